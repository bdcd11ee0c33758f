-- AlterTable
ALTER TABLE "Estimate" ADD COLUMN "learnedHere" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "TrueSave" ADD COLUMN "guildId" BIGINT,
ADD COLUMN "miss" DOUBLE PRECISION,
ADD COLUMN "inside" BOOLEAN;

-- What was told before is compared with the estimate that was shown first, as it is from now on.
UPDATE "TrueSave" t
SET "guildId" = CASE WHEN r."private" THEN NULL ELSE r."guildId" END,
    "miss" = ln((t."saves" + 1.0) / (e."saves" + 1.0)),
    "inside" = t."saves" >= floor(e."low") AND t."saves" <= ceil(e."high")
FROM "Reading" r, "Estimate" e
WHERE r."id" = t."readingId" AND e."readingId" = t."readingId"
  AND e."createdAt" = (SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = t."readingId");

-- AlterTable
ALTER TABLE "TrueSave" ALTER COLUMN "miss" SET NOT NULL,
ALTER COLUMN "inside" SET NOT NULL;

-- CreateIndex
CREATE INDEX "TrueSave_guildId_toldAt_idx" ON "TrueSave"("guildId", "toldAt");

-- AddForeignKey
ALTER TABLE "TrueSave" ADD CONSTRAINT "TrueSave_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE SET NULL ON UPDATE CASCADE;
