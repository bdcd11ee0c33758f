-- CreateTable
CREATE TABLE "Notice" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "guildId" BIGINT NOT NULL,
    "about" TEXT,
    "dueAt" DATETIME NOT NULL,
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
    CONSTRAINT "Notice_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Notice_nextTryAt_idx" ON "Notice"("nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_guildId_about_key" ON "Notice"("guildId", "about");
