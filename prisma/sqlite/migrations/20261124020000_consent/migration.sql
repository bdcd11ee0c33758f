-- CreateTable
CREATE TABLE "Consent" (
    "guildId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "since" DATETIME NOT NULL,
    "memberAt" DATETIME NOT NULL,

    PRIMARY KEY ("guildId", "creatorId"),
    CONSTRAINT "Consent_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Consent_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Consent_creatorId_idx" ON "Consent"("creatorId");
