import { control, every, the } from '#harness'

/** Packer tags what it builds, so that a template made by hand is told apart. */
const isTagged = (tags: string | undefined): boolean =>
  (tags ?? '').split(/[;, ]/).includes('packer')

control(
  'The templates that Packer builds are at the hypervisor, and were built lately',
  {
    statement: 'TG-22',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'CM-6'],
    remedy: 'Run `packer build` for it; a template made by hand gets another name.',
  },
  ({ isRecent, lab, parameter }) =>
    every(
      lab.packerTemplates,
      'is a template at the hypervisor that was built lately',
      ({ name }) => {
        const guest = the(
          lab.guests,
          `template ${name}`,
          (one) => one.name === name && one.isTemplate,
        )
        const { options } = the(
          lab.guestConfigs,
          `template ${name}`,
          ({ vmid }) => vmid === guest.vmid,
        )
        const [, made = '0'] = /(?:^|,)ctime=(\d+)/.exec(options.meta ?? '') ?? []
        return (
          isTagged(options.tags) &&
          isRecent(
            new Date(Number(made) * 1000).toISOString(),
            parameter.seconds('p.packer.max_age'),
          )
        )
      },
    ),
)
