-- CreateTable
CREATE TABLE "Consent" (
    "guildId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "memberAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("guildId","creatorId")
);

-- CreateIndex
CREATE INDEX "Consent_creatorId_idx" ON "Consent"("creatorId");

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
