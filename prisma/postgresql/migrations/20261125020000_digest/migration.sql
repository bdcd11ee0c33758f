-- CreateEnum
CREATE TYPE "QuietWeeks" AS ENUM ('skip', 'post');

-- CreateEnum
CREATE TYPE "DigestState" AS ENUM ('due', 'sending', 'posted', 'skipped', 'parked');

-- CreateTable
CREATE TABLE "DigestSchedule" (
    "guildId" BIGINT NOT NULL,
    "channelId" BIGINT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "time" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "quietWeeks" "QuietWeeks" NOT NULL,
    "locale" TEXT NOT NULL,
    "nextDueAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL,
    "chart" BYTEA,
    "chartKey" TEXT,
    "drawnFor" TIMESTAMP(3),

    CONSTRAINT "DigestSchedule_pkey" PRIMARY KEY ("guildId")
);

-- CreateTable
CREATE TABLE "Digest" (
    "id" BIGINT NOT NULL,
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "weekFrom" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "timezone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "quietWeeks" "QuietWeeks" NOT NULL,
    "channelId" BIGINT NOT NULL,
    "state" "DigestState" NOT NULL,
    "nextTryAt" TIMESTAMP(3),
    "claim" TEXT,
    "attempts" INTEGER NOT NULL,
    "doubtSince" TIMESTAMP(3),
    "reason" JSONB,
    "lastError" TEXT,
    "content" JSONB,
    "messageId" BIGINT,
    "postedAt" TIMESTAMP(3),

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pace" (
    "name" TEXT NOT NULL,
    "nextFreeAt" BIGINT NOT NULL,

    CONSTRAINT "Pace_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "DigestSchedule_nextDueAt_idx" ON "DigestSchedule"("nextDueAt");

-- CreateIndex
CREATE INDEX "Digest_nextTryAt_idx" ON "Digest"("nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "Digest_guildId_week_key" ON "Digest"("guildId", "week");

-- AddForeignKey
ALTER TABLE "DigestSchedule" ADD CONSTRAINT "DigestSchedule_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE CASCADE ON UPDATE CASCADE;
