import type { Inventory, Vantage } from '../../model/inventory.ts'

/** Whether a vantage is a place of its own, and not one of the lab's machines looking at its neighbours. */
export const isPlace = ({ from }: Vantage, { hosts }: Inventory): boolean =>
  !hosts.some(({ name, role }) => name === from && role !== 'vantage')

/** Host part of a URL, without the brackets of an IPv6 address. */
export const nameIn = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')
