// The package publishes its zod schemas as plain JavaScript and names that file as their types,
// so without this file the compiler would see `any`. The shapes come from discord-api-types.
declare module 'discord-api-spec/zod' {
  import type {
    APIInteractionResponseCallbackData,
    APIModalInteractionResponseCallbackData,
    RESTPatchAPIChannelMessageJSONBody,
    RESTPostAPIApplicationCommandsJSONBody,
    RESTPostAPIChannelMessageJSONBody,
  } from 'discord-api-types/v10';
  import type { ZodMiniType } from 'zod/mini';

  export const ApplicationCommandCreateRequestSchema: ZodMiniType<RESTPostAPIApplicationCommandsJSONBody>;
  export const ApplicationCommandUpdateRequestSchema: ZodMiniType<RESTPostAPIApplicationCommandsJSONBody>;
  export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType<
    Partial<RESTPostAPIApplicationCommandsJSONBody>
  >;
  export const MessageCreateRequestSchema: ZodMiniType<RESTPostAPIChannelMessageJSONBody>;
  export const MessageEditRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelMessageJSONBody>;
  export const IncomingWebhookInteractionRequestSchema: ZodMiniType<APIInteractionResponseCallbackData>;
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelMessageJSONBody>;
  export const ModalInteractionCallbackRequestDataSchema: ZodMiniType<APIModalInteractionResponseCallbackData>;
  export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: ZodMiniType<unknown>;
  export const InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema: ZodMiniType<unknown>;
  export const InteractionApplicationCommandAutocompleteCallbackNumberDataSchema: ZodMiniType<unknown>;
}
