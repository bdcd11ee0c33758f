-- AlterTable
ALTER TABLE "DigestSchedule" DROP COLUMN "chart";
ALTER TABLE "DigestSchedule" DROP COLUMN "chartKey";
ALTER TABLE "DigestSchedule" ADD COLUMN "askedFor" DATETIME;

-- CreateTable
CREATE TABLE "DigestChart" (
    "guildId" BIGINT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "image" BLOB NOT NULL,
    CONSTRAINT "DigestChart_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "DigestSchedule" ("guildId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A chart whose key went with it is drawn again.
UPDATE "DigestSchedule" SET "drawnFor" = NULL;
