import type { Channel } from '../channel.ts'
import { cut } from '../cut.ts'
import { post } from '../post.ts'

/** A longer message would arrive as a file. */
const MOST_BYTES = 4000

export const ntfy: Channel<'ntfy'> = {
  name: 'ntfy',
  async send({ server = 'https://ntfy.sh', topic, token }, message, { secret, signal }) {
    const body = {
      topic: await secret(topic),
      title: cut(message.subject, 250),
      message: cut(message.text, MOST_BYTES),
      priority: message.isBad ? 4 : 3,
      tags: [message.isBad ? 'rotating_light' : 'white_check_mark'],
    }
    await post({ url: server, body, ...(token ? { token: await secret(token) } : {}) }, signal)
  },
}
