import { every, the, type Views } from '#harness'

type Purpose = NonNullable<Views['inventory']['virtual']>['machines'][number]['purpose']

/** Every machine of that purpose is one guest of that name, no template, under the id it was given. */
export const isThere = (views: Views, purpose: Purpose, ...states: readonly string[]): void =>
  every(machinesOf(views, purpose), `is there once, ${states.join(' or ')}`, ({ guest }) => {
    const { vmid } = the(views.inventory.guests, `guest ${guest}`, ({ name }) => name === guest)
    const seen = the(
      views.lab.guests,
      `guest ${guest}`,
      ({ name, isTemplate }) => name === guest && !isTemplate,
    )
    return seen.vmid === vmid && states.includes(seen.status)
  })

const machinesOf = ({ need }: Views, wanted: Purpose) =>
  need('virtual').machines.filter(({ purpose }) => purpose === wanted)
