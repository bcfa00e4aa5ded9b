import { type Command, Option } from 'commander'
import { BadInput } from '../../model/bad-input.ts'
import { didYouMean } from '../../model/nearest.ts'
import { EXIT, type Exit } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { keepOf, keepUp, type Lab, labsOf } from '../labs.ts'
import { LAB_HELP } from '../options.ts'
import { progress } from '../progress.ts'

interface Options {
  readonly lab: string
  readonly target: string
}

const DOES = ['up', 'down', 'status'] as const

export const command: CommandFile = {
  describe: (program: Command) =>
    program
      .command('replica')
      .argument('<up|down|status>', 'what to do with it')
      .description('keep a replica running: whatever is pointed at its target then enters that one')
      .addOption(
        new Option('--lab <name|file>', 'a reference lab, or a lab.yaml').default('zero-trust'),
      )
      .option('--target <name>', 'what it is made of', 'containers')
      .addHelpText(
        'after',
        `${LAB_HELP}
Examples:
  $ plumb replica up && plumb drill lxc-loss && plumb verify --lab zero-trust --target containers
  $ plumb replica status
  $ plumb replica down`,
      ),

  async run({ signal }: Context, does: string, options: Options): Promise<Exit> {
    if (!DOES.some((known) => known === does))
      throw new BadInput([`replica cannot "${does}"${didYouMean(does, DOES)}`])
    const [lab] = await labsOf([options.lab])
    if (!lab) throw new BadInput([`there is no lab ${options.lab}`])
    using shown = progress({})
    if (does === 'up') {
      const what = `${lab.inventory.lab} on ${options.target}`
      await keepUp(lab, options.target, signal, (says) => shown.stage(what, says))
      shown.done()
    }
    process.stdout.write(`${await (does === 'down' ? down : status)(lab, options.target)}\n`)
    return EXIT.pass
  },
}

async function keeping(target: string) {
  const keep = await keepOf(target)
  if (keep) return keep
  throw new BadInput([`target ${target} is nothing that could be kept running`])
}

async function down({ inventory }: Lab, target: string): Promise<string> {
  const was = await (await keeping(target)).down(inventory)
  return `${inventory.lab} on ${target}: ${was ? 'taken down' : 'none was running'}`
}

async function status({ inventory }: Lab, target: string): Promise<string> {
  const since = await (await keeping(target)).since(inventory)
  return `${inventory.lab} on ${target}: ${since ? `running since ${since}` : 'none is kept running'}`
}
