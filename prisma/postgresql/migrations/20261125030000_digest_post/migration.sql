-- CreateTable
CREATE TABLE "DigestShown" (
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "creatorId" BIGINT NOT NULL,

    CONSTRAINT "DigestShown_pkey" PRIMARY KEY ("guildId","week","creatorId")
);

-- CreateIndex
CREATE INDEX "DigestShown_creatorId_idx" ON "DigestShown"("creatorId");

-- AddForeignKey
ALTER TABLE "DigestShown" ADD CONSTRAINT "DigestShown_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE CASCADE ON UPDATE CASCADE;
