-- CreateTable
CREATE TABLE "DigestSchedule" (
    "guildId" BIGINT NOT NULL PRIMARY KEY,
    "channelId" BIGINT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "time" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "quietWeeks" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "nextDueAt" DATETIME,
    "version" INTEGER NOT NULL,
    "chart" BLOB,
    "chartKey" TEXT,
    "drawnFor" DATETIME,
    CONSTRAINT "DigestSchedule_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Digest" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "weekFrom" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "timezone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "quietWeeks" TEXT NOT NULL,
    "channelId" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "nextTryAt" DATETIME,
    "claim" TEXT,
    "attempts" INTEGER NOT NULL,
    "doubtSince" DATETIME,
    "reason" JSONB,
    "lastError" TEXT,
    "content" JSONB,
    "messageId" BIGINT,
    "postedAt" DATETIME,
    CONSTRAINT "Digest_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Pace" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "nextFreeAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "DigestSchedule_nextDueAt_idx" ON "DigestSchedule"("nextDueAt");

-- CreateIndex
CREATE INDEX "Digest_nextTryAt_idx" ON "Digest"("nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "Digest_guildId_week_key" ON "Digest"("guildId", "week");
