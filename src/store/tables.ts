/** Tables that belong to no office: people, their sessions and tokens, the list of offices. Every other table carries office_id first and is fenced. */
export const globalTables = ['office', 'app_user', 'session', 'one_time_link', 'api_token', 'installation_setting', 'gusul_migration'] as const
