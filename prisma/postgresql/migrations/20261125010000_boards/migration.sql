-- CreateEnum
CREATE TYPE "Board" AS ENUM ('improvement', 'saved', 'consistency');

-- CreateTable
CREATE TABLE "BoardWeek" (
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "keptAt" TIMESTAMP(3) NOT NULL,
    "creators" INTEGER NOT NULL,
    "everybody" BOOLEAN NOT NULL,
    "videos" INTEGER NOT NULL,
    "told" INTEGER NOT NULL,
    "saves" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "BoardWeek_pkey" PRIMARY KEY ("guildId","week")
);

-- CreateTable
CREATE TABLE "BoardEntry" (
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "board" "Board" NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "before" DOUBLE PRECISION,
    "videos" INTEGER NOT NULL,
    "told" INTEGER NOT NULL,

    CONSTRAINT "BoardEntry_pkey" PRIMARY KEY ("guildId","week","board","creatorId")
);

-- CreateTable
CREATE TABLE "BoardVideo" (
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "readingId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "title" TEXT,
    "score" INTEGER NOT NULL,
    "saves" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "told" BOOLEAN NOT NULL,

    CONSTRAINT "BoardVideo_pkey" PRIMARY KEY ("guildId","week","readingId")
);

-- CreateIndex
CREATE INDEX "BoardEntry_guildId_creatorId_idx" ON "BoardEntry"("guildId", "creatorId");

-- CreateIndex
CREATE INDEX "BoardVideo_guildId_creatorId_idx" ON "BoardVideo"("guildId", "creatorId");

-- CreateIndex
CREATE INDEX "BoardVideo_readingId_idx" ON "BoardVideo"("readingId");

-- AddForeignKey
ALTER TABLE "BoardWeek" ADD CONSTRAINT "BoardWeek_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardEntry" ADD CONSTRAINT "BoardEntry_guildId_week_fkey" FOREIGN KEY ("guildId", "week") REFERENCES "BoardWeek"("guildId", "week") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardEntry" ADD CONSTRAINT "BoardEntry_guildId_creatorId_fkey" FOREIGN KEY ("guildId", "creatorId") REFERENCES "Consent"("guildId", "creatorId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardVideo" ADD CONSTRAINT "BoardVideo_guildId_week_fkey" FOREIGN KEY ("guildId", "week") REFERENCES "BoardWeek"("guildId", "week") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardVideo" ADD CONSTRAINT "BoardVideo_guildId_creatorId_fkey" FOREIGN KEY ("guildId", "creatorId") REFERENCES "Consent"("guildId", "creatorId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardVideo" ADD CONSTRAINT "BoardVideo_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;
