import { parseRuleset } from '../../collectors/nftables/ruleset.ts'
import { followed } from '../../collectors/router-rules.ts'
import { BadInput } from '../../model/bad-input.ts'
import { Unseen } from '../../model/unseen.ts'
import { change } from '../change.ts'
import { rulesetOf } from '../nft/ruleset.ts'

/**
 * The whole ruleset of a router, as it would be loaded: its file, or what `nft -j list ruleset` printed of it.
 *
 * @source nft(8)
 */
export const nft = change({
  option: '--nft <file@router>',
  describe:
    'the whole nftables ruleset of a router: its file, or what `nft -j list ruleset` prints',
  host: (name, { inventory }) =>
    inventory.hosts.some((host) => host.name === name && host.role === 'router'),
  apply: async (file, prediction, router) => {
    const json = await rulesetOf(file)
    const from = { file, ask: 'the ruleset' }
    prediction.revise('routerRules', router, from, (now) => {
      try {
        return { ...now, ...followed(parseRuleset(json), now.wan) }
      } catch (error) {
        // Whoever gives us a file gives us one that can be read; what is in it may be beyond us.
        if (error instanceof Unseen && /metainfo|is no|not JSON/.test(error.message))
          throw new BadInput([`${file.path}: ${error.message}`])
        throw error
      }
    })
    const before = prediction.before('routerRules', router)
    const after = prediction.value('routerRules', router)
    if (JSON.stringify(before?.ways) === JSON.stringify(after?.ways)) return
    for (const { name } of prediction.inventory.vantages.filter((one) => one.name === 'internet'))
      prediction.revise('openPorts', name, from, () => {
        throw new Unseen('not asked', 'what answers through other rules shows only a scan')
      })
  },
})
