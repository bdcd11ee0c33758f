-- CreateIndex
CREATE INDEX "Video_creatorId_handle_idx" ON "Video"("creatorId", "handle");

-- DropIndex
DROP INDEX "TrueSave_creatorId_handle_toldAt_idx";

-- AlterTable
ALTER TABLE "TrueSave" DROP COLUMN "handle";

-- CreateIndex
CREATE INDEX "TrueSave_creatorId_toldAt_idx" ON "TrueSave"("creatorId", "toldAt");
