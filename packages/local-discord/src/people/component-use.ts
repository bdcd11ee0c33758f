import { ComponentType, InteractionType } from 'discord-api-types/v10';
import { buttonsOf, walk } from '../rules/components.js';
import type { InteractionDesk } from '../world/interactions.js';
import type { Member } from '../world/member.js';
import type { Message } from '../world/message.js';
import { CannotSend } from './cannot-send.js';
import { chosen } from './menu.js';
import { Shown } from './shown.js';

/** Who presses and chooses, and where that is taken. */
interface Hand {
  readonly desk: InteractionDesk;
  readonly member: Member;
}

type Button = ReturnType<typeof buttonsOf>[number];

/**
 * Sends the use of a component of a message, whether the message has it or not.
 *
 * @param name what it is called where interactions are told of.
 */
export async function useComponent(
  { desk, member }: Hand,
  message: Message,
  component: { type: ComponentType; customId: string; values?: readonly string[] },
  name: string,
): Promise<Shown> {
  const placed = [...walk(message.components)].find(
    (one) => one.component['custom_id'] === component.customId,
  );
  const data = {
    id: placed?.component['id'] ?? 1,
    component_type: component.type,
    custom_id: component.customId,
    ...(component.values === undefined ? {} : { values: component.values }),
  };
  const interaction = desk.start(InteractionType.MessageComponent, {
    member,
    channel: message.channel,
    name,
    data,
    source: message,
  });
  return new Shown(await interaction.first);
}

/** The button with these words on it. Throws `CannotSend` if there is none. */
export function buttonLabelled(message: Message, label: string): Button {
  const button = buttonsOf(message.components).find((one) => one.label === label);
  if (button !== undefined) return button;
  const others = message.buttons.join(', ');
  throw new CannotSend(`There is no button "${label}", only: ${others || 'none'}.`);
}

/** The button with this custom id. Throws `CannotSend` if there is none. */
export function buttonWith(message: Message, customId: string): Button {
  const button = buttonsOf(message.components).find((one) => one.customId === customId);
  if (button === undefined) throw new CannotSend('This button is no longer there.');
  return button;
}

/** Presses a button. Throws `CannotSend` for a disabled one, and for a link. */
export async function pressButton(
  hand: Hand,
  message: Message,
  { label, customId, disabled }: Button,
): Promise<Shown> {
  if (disabled) throw new CannotSend(`The button "${label}" is disabled.`);
  if (customId === undefined) throw new CannotSend(`"${label}" is a link.`);
  return useComponent(hand, message, { type: ComponentType.Button, customId }, `button "${label}"`);
}

/**
 * Chooses from a menu by the labels or values of its options.
 *
 * @param menu its placeholder or custom id; without one the first menu of the message.
 * @throws CannotSend where there is no such menu, or it doesn't take the choice.
 */
export async function chooseFrom(
  hand: Hand,
  message: Message,
  values: readonly string[],
  menu: string | undefined,
): Promise<Shown> {
  const select = [...walk(message.components)]
    .map(({ component }) => component)
    .find(
      (component) =>
        component.type === ComponentType.StringSelect &&
        (menu === undefined ||
          component['placeholder'] === menu ||
          component['custom_id'] === menu),
    );
  if (select === undefined) throw new CannotSend('There is no such menu.');
  if (select['disabled'] === true) throw new CannotSend('The menu is disabled.');
  return useComponent(
    hand,
    message,
    {
      type: ComponentType.StringSelect,
      customId: String(select['custom_id']),
      values: chosen(select, values),
    },
    'menu',
  );
}
