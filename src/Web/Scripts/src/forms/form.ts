// A form as the server makes it (GET /api/v1/items/{item}/forms/{seed}): one generated instance of an item.
export type { FormChoice as Choice, FormLine as Line, FormRun as Run, ItemForm as Form, ItemType } from '../items/form';
