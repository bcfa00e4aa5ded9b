import type { Message } from '../../../reports/formats/notification.ts'
import type { Channel } from '../channel.ts'
import { cut } from '../cut.ts'
import { post } from '../post.ts'

/** Discord takes 2000 characters, Slack 40000. */
const BODIES = {
  full: ({ subject, text, isBad, news }: Message) => ({
    schema: 'plumbline/notification/1',
    ...{ subject, text, isBad, ...news },
  }),
  text: ({ subject, text }: Message) => ({ text: cut(`${subject}\n\n${text}`, 30_000) }),
  content: ({ subject, text }: Message) => ({
    content: cut(`${subject}\n\n${text}`, 1900),
    // What a host says of itself calls nobody.
    allowed_mentions: { parse: [] },
  }),
}

export const webhook: Channel<'webhook'> = {
  name: 'webhook',
  async send({ url, token, body = 'full' }, message, { secret, signal }) {
    const about = {
      url: await secret(url),
      body: BODIES[body](message),
      ...(token ? { token: await secret(token) } : {}),
    }
    await post(about, signal)
  },
}
