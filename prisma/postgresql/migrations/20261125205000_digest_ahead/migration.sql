-- AlterTable
ALTER TABLE "DigestSchedule" DROP COLUMN "chart",
DROP COLUMN "chartKey",
ADD COLUMN     "askedFor" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "DigestChart" (
    "guildId" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "image" BYTEA NOT NULL,

    CONSTRAINT "DigestChart_pkey" PRIMARY KEY ("guildId")
);

-- AddForeignKey
ALTER TABLE "DigestChart" ADD CONSTRAINT "DigestChart_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "DigestSchedule"("guildId") ON DELETE CASCADE ON UPDATE CASCADE;

-- A chart whose key went with it is drawn again.
UPDATE "DigestSchedule" SET "drawnFor" = NULL;
