-- CreateEnum
CREATE TYPE "Once" AS ENUM ('invitation', 'greeting');

-- CreateTable
CREATE TABLE "SaidOnce" (
    "guildId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "what" "Once" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SaidOnce_pkey" PRIMARY KEY ("guildId","creatorId","what")
);

-- CreateIndex
CREATE INDEX "SaidOnce_creatorId_idx" ON "SaidOnce"("creatorId");

-- AddForeignKey
ALTER TABLE "SaidOnce" ADD CONSTRAINT "SaidOnce_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SaidOnce" ADD CONSTRAINT "SaidOnce_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
