-- DropIndex
DROP INDEX "TrueSave_guildId_toldAt_idx";

-- CreateIndex
CREATE INDEX "TrueSave_guildId_creatorId_toldAt_idx" ON "TrueSave"("guildId", "creatorId", "toldAt");
