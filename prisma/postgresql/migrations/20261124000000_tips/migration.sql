-- AlterTable
ALTER TABLE "Reading" ADD COLUMN     "tip" TEXT,
ADD COLUMN     "tipTurn" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "Reading_creatorId_tipTurn_key" ON "Reading"("creatorId", "tipTurn");
