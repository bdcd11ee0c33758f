// Keepsake under PM2: pm2 start deploy/ecosystem.config.cjs. The token stands in .env, in the folder above.
const { join } = require('node:path');

module.exports = {
  apps: [
    {
      name: 'keepsake',
      cwd: join(__dirname, '..'),
      script: 'dist/src/main.js',
      // One process: several have to share PostgreSQL, each with SHARDS of its own.
      exec_mode: 'fork',
      instances: 1,
      env: { NODE_ENV: 'production' },
      // What is under work at a stop is finished, for ten seconds at most.
      kill_timeout: 20_000,
      // Longer and longer pauses while waiting may help; none where only the operator can.
      exp_backoff_restart_delay: 1_000,
      stop_exit_codes: [0, 78],
    },
  ],
};
