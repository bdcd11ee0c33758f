-- CreateTable
CREATE TABLE "SaidOnce" (
    "guildId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "what" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("guildId", "creatorId", "what"),
    CONSTRAINT "SaidOnce_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SaidOnce_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SaidOnce_creatorId_idx" ON "SaidOnce"("creatorId");
