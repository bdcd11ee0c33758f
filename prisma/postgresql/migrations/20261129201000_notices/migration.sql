-- CreateTable
CREATE TABLE "Notice" (
    "id" BIGINT NOT NULL,
    "guildId" BIGINT NOT NULL,
    "about" TEXT,
    "dueAt" TIMESTAMP(3) NOT NULL,
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

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notice_nextTryAt_idx" ON "Notice"("nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_guildId_about_key" ON "Notice"("guildId", "about");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE CASCADE ON UPDATE CASCADE;
