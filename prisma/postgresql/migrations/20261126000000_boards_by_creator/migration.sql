-- DropIndex
DROP INDEX "BoardEntry_guildId_creatorId_idx";

-- DropIndex
DROP INDEX "BoardVideo_guildId_creatorId_idx";

-- CreateIndex
CREATE INDEX "BoardEntry_creatorId_guildId_idx" ON "BoardEntry"("creatorId", "guildId");

-- CreateIndex
CREATE INDEX "BoardVideo_creatorId_guildId_idx" ON "BoardVideo"("creatorId", "guildId");
