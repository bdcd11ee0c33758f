import { showApp } from './app.js';
import { dressComponents } from './component-styles.js';
import { Store } from './store.js';

const store = new Store();
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the playground.');
// Where there is room, the side panel stands beside the channel from the beginning.
store.panelOpen = matchMedia('(min-width: 1200px)').matches;
dressComponents();
showApp(root, store);
store.enter({});
