/** The office of nothing: a reader that names it sees, of the fenced tables, only the person's own memberships. */
export const noOffice = '00000000-0000-0000-0000-000000000000'
