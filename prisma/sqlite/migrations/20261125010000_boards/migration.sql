-- CreateTable
CREATE TABLE "BoardWeek" (
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "keptAt" DATETIME NOT NULL,
    "creators" INTEGER NOT NULL,
    "everybody" BOOLEAN NOT NULL,
    "videos" INTEGER NOT NULL,
    "told" INTEGER NOT NULL,
    "saves" REAL NOT NULL,
    "low" REAL NOT NULL,
    "high" REAL NOT NULL,

    PRIMARY KEY ("guildId", "week"),
    CONSTRAINT "BoardWeek_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BoardEntry" (
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "board" TEXT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "value" REAL NOT NULL,
    "before" REAL,
    "videos" INTEGER NOT NULL,
    "told" INTEGER NOT NULL,

    PRIMARY KEY ("guildId", "week", "board", "creatorId"),
    CONSTRAINT "BoardEntry_guildId_week_fkey" FOREIGN KEY ("guildId", "week") REFERENCES "BoardWeek" ("guildId", "week") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BoardEntry_guildId_creatorId_fkey" FOREIGN KEY ("guildId", "creatorId") REFERENCES "Consent" ("guildId", "creatorId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BoardVideo" (
    "guildId" BIGINT NOT NULL,
    "week" TEXT NOT NULL,
    "readingId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "title" TEXT,
    "score" INTEGER NOT NULL,
    "saves" REAL NOT NULL,
    "low" REAL NOT NULL,
    "high" REAL NOT NULL,
    "told" BOOLEAN NOT NULL,

    PRIMARY KEY ("guildId", "week", "readingId"),
    CONSTRAINT "BoardVideo_guildId_week_fkey" FOREIGN KEY ("guildId", "week") REFERENCES "BoardWeek" ("guildId", "week") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BoardVideo_guildId_creatorId_fkey" FOREIGN KEY ("guildId", "creatorId") REFERENCES "Consent" ("guildId", "creatorId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BoardVideo_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "BoardEntry_guildId_creatorId_idx" ON "BoardEntry"("guildId", "creatorId");

-- CreateIndex
CREATE INDEX "BoardVideo_guildId_creatorId_idx" ON "BoardVideo"("guildId", "creatorId");

-- CreateIndex
CREATE INDEX "BoardVideo_readingId_idx" ON "BoardVideo"("readingId");
