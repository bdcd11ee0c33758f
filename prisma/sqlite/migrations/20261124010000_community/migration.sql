-- AlterTable
ALTER TABLE "Estimate" ADD COLUMN "learnedHere" INTEGER NOT NULL DEFAULT 0;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_TrueSave" (
    "readingId" BIGINT NOT NULL PRIMARY KEY,
    "creatorId" BIGINT NOT NULL,
    "guildId" BIGINT,
    "handle" TEXT NOT NULL,
    "saves" BIGINT NOT NULL,
    "savesStep" BIGINT NOT NULL,
    "miss" REAL NOT NULL,
    "inside" BOOLEAN NOT NULL,
    "toldAt" DATETIME NOT NULL,
    "toldBy" BIGINT NOT NULL,
    CONSTRAINT "TrueSave_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TrueSave_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TrueSave_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
-- What was told before is compared with the estimate that was shown first, as it is from now on.
INSERT INTO "new_TrueSave" ("readingId", "creatorId", "guildId", "handle", "saves", "savesStep", "miss", "inside", "toldAt", "toldBy")
SELECT t."readingId", t."creatorId", CASE WHEN r."private" THEN NULL ELSE r."guildId" END, t."handle", t."saves", t."savesStep",
       ln((t."saves" + 1.0) / (e."saves" + 1.0)), t."saves" >= floor(e."low") AND t."saves" <= ceil(e."high"),
       t."toldAt", t."toldBy"
FROM "TrueSave" t
JOIN "Reading" r ON r."id" = t."readingId"
JOIN "Estimate" e ON e."readingId" = t."readingId"
WHERE e."createdAt" = (SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = t."readingId");
DROP TABLE "TrueSave";
ALTER TABLE "new_TrueSave" RENAME TO "TrueSave";
CREATE INDEX "TrueSave_creatorId_handle_toldAt_idx" ON "TrueSave"("creatorId", "handle", "toldAt");
CREATE INDEX "TrueSave_guildId_toldAt_idx" ON "TrueSave"("guildId", "toldAt");
CREATE INDEX "TrueSave_toldBy_idx" ON "TrueSave"("toldBy");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
