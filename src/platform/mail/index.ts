export {
  type Bericht,
  type MislukteMail,
  maakPostbus,
  type Postbus,
  type Versleutelaar,
  type WachtendeMail,
} from './postbus.ts';
export { MAILTAAK, maakVerzender, planMail, type Ronde, type Verzender } from './verzender.ts';
