import { expect, test } from 'vitest'
import { pipeline } from './pipeline.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

test('a branch has its commits and what their checks said', async () => {
  const get = answering({
    '/branches/main': {
      commit: { id: 'a' },
      protected: true,
      user_can_push: false,
      enable_status_check: true,
      status_check_contexts: ['lint'],
    },
    '/commits?sha=main&limit=20&stat=false': [{ sha: 'a' }],
    '/commits/a/status': { state: 'success', statuses: [{ context: 'lint', status: 'success' }] },
  })
  expect(await pipeline.read(get, inventory)).toEqual({
    head: 'a',
    isProtected: true,
    required: ['lint'],
    commits: [{ id: 'a', checks: [{ name: 'lint', state: 'success' }] }],
  })
})
