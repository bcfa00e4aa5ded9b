import { corruptFile, procedure } from '#fixtures'
import { drill } from '#harness'

export default drill('A byte that flips in silence is found by a scrub, and parity gives it back', {
  statement: 'ZT-57',
  steadyState: ['parity-has-no-known-errors', 'parity-is-fresh'],
  method: corruptFile('vm102', 'movies/film-3.mkv'),
  recover: procedure('repair what the scrub has found', undefined, [
    ['vm102', 'snapraid -e fix'],
    ['vm102', 'snapraid -p bad scrub'],
  ]),
  objective: 'noncritical',
  stake: {
    on: 'vm102',
    folders: ['/srv/pool/media'],
    safeguards: ['parity-is-fresh', 'parity-is-scrubbed'],
  },
  notOn: { live: 'a film that nobody would miss: only the replica has one' },
})
