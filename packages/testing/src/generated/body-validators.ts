// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.
// @ts-nocheck: compiled code; what it exports has a type.

/*!
 * Contains code of ajv.
 *
 * The MIT License (MIT)
 *
 * Copyright (c) 2015-2021 Evgeny Poberezkin
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to deal
 * in the Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 * copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all
 * copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
 * SOFTWARE.
 *
 * Contains code of ajv-formats.
 *
 * MIT License
 *
 * Copyright (c) 2020 Evgeny Poberezkin
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to deal
 * in the Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 * copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all
 * copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
 * SOFTWARE.
 */
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

var require_ucs2length = __commonJS({
  "bundled"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

var require_formats = __commonJS({
  "bundled"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate, compare) {
      return { validate, compare };
    }
    exports.fullFormats = {
      date: fmtDef(date, compareDate),
      time: fmtDef(getTime(true), compareTime),
      "date-time": fmtDef(getDateTime(true), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      byte,
      int32: { type: "number", validate: validateInt32 },
      int64: { type: "number", validate: validateInt64 },
      float: { type: "number", validate: validateNumber },
      double: { type: "number", validate: validateNumber },
      password: true,
      binary: true
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
    var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      const matches = DATE.exec(str);
      if (!matches)
        return false;
      const year = +matches[1];
      const month = +matches[2];
      const day = +matches[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    function compareDate(d1, d2) {
      if (!(d1 && d2))
        return void 0;
      if (d1 > d2)
        return 1;
      if (d1 < d2)
        return -1;
      return 0;
    }
    var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return function time(str) {
        const matches = TIME.exec(str);
        if (!matches)
          return false;
        const hr = +matches[1];
        const min = +matches[2];
        const sec = +matches[3];
        const tz = matches[4];
        const tzSign = matches[5] === "-" ? -1 : 1;
        const tzH = +(matches[6] || 0);
        const tzM = +(matches[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return false;
        if (hr <= 23 && min <= 59 && sec < 60)
          return true;
        const utcMin = min - tzM * tzSign;
        const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      };
    }
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return void 0;
      const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
      const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (!(t1 && t2))
        return void 0;
      return t1 - t2;
    }
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return void 0;
      const a1 = TIME.exec(t1);
      const a2 = TIME.exec(t2);
      if (!(a1 && a2))
        return void 0;
      t1 = a1[1] + a1[2] + a1[3];
      t2 = a2[1] + a2[2] + a2[3];
      if (t1 > t2)
        return 1;
      if (t1 < t2)
        return -1;
      return 0;
    }
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      const time = getTime(strictTimeZone);
      return function date_time(str) {
        const dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
      };
    }
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const d1 = new Date(dt1).valueOf();
      const d2 = new Date(dt2).valueOf();
      if (!(d1 && d2))
        return void 0;
      return d1 - d2;
    }
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
      const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
      const res = compareDate(d1, d2);
      if (res === void 0)
        return void 0;
      return res || compareTime(t1, t2);
    }
    var NOT_URI_FRAGMENT = /\/|:/;
    var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      BYTE.lastIndex = 0;
      return BYTE.test(str);
    }
    var MIN_INT32 = -(2 ** 31);
    var MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    function validateNumber() {
      return true;
    }
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return false;
      try {
        new RegExp(str);
        return true;
      } catch (e) {
        return false;
      }
    }
  }
});

var APIKeyCreateInput = validate21;
var schema32 = { "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "minLength": 1 }, "user_role": { "enum": ["administrator", "publisher", "viewer", null] }, "expires_at": { "type": ["string", "null"], "format": "date-time" } } };
var func1 = require_ucs2length().default;
var formats0 = require_formats().fullFormats["date-time"];
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.user_role !== void 0) {
      let data1 = data.user_role;
      if (!(data1 === "administrator" || data1 === "publisher" || data1 === "viewer" || data1 === null)) {
        const err3 = { instancePath: instancePath + "/user_role", schemaPath: "#/properties/user_role/enum", keyword: "enum", params: { allowedValues: schema32.properties.user_role.enum } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.expires_at !== void 0) {
      let data2 = data.expires_at;
      if (typeof data2 !== "string" && data2 !== null) {
        const err4 = { instancePath: instancePath + "/expires_at", schemaPath: "#/properties/expires_at/type", keyword: "type", params: { type: schema32.properties.expires_at.type } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 === "string") {
        if (!formats0.validate(data2)) {
          const err5 = { instancePath: instancePath + "/expires_at", schemaPath: "#/properties/expires_at/format", keyword: "format", params: { format: "date-time" } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": { "name": true, "user_role": true, "expires_at": true }, "dynamicProps": false, "dynamicItems": false };
var ContentDeploymentInput = validate22;
var schema33 = { "type": "object", "properties": { "bundle_id": { "type": ["string", "null"] }, "activate": { "type": "boolean", "default": true } } };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.bundle_id !== void 0) {
      let data0 = data.bundle_id;
      if (typeof data0 !== "string" && data0 !== null) {
        const err0 = { instancePath: instancePath + "/bundle_id", schemaPath: "#/properties/bundle_id/type", keyword: "type", params: { type: schema33.properties.bundle_id.type } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.activate !== void 0) {
      if (typeof data.activate !== "boolean") {
        const err1 = { instancePath: instancePath + "/activate", schemaPath: "#/properties/activate/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": { "bundle_id": true, "activate": true }, "dynamicProps": false, "dynamicItems": false };
var ContentTagInput = validate23;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tag_id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tag_id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.tag_id !== void 0) {
      if (typeof data.tag_id !== "string") {
        const err1 = { instancePath: instancePath + "/tag_id", schemaPath: "#/properties/tag_id/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "props": { "tag_id": true }, "dynamicProps": false, "dynamicItems": false };
var CreateContentInput = validate24;
var schema35 = { "type": "object", "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9._-]*$", "default": "" }, "title": { "type": ["string", "null"] }, "description": { "type": "string", "default": "" }, "access_type": { "$ref": "#/components/schemas/AccessType", "default": "acl" }, "connection_timeout": { "type": ["integer", "null"], "format": "int32" }, "read_timeout": { "type": ["integer", "null"], "format": "int32" }, "init_timeout": { "type": ["integer", "null"], "format": "int32" }, "idle_timeout": { "type": ["integer", "null"], "format": "int32" }, "max_processes": { "type": ["integer", "null"], "format": "int32" }, "min_processes": { "type": ["integer", "null"], "format": "int32" }, "max_conns_per_process": { "type": ["integer", "null"], "format": "int32" }, "load_factor": { "type": ["number", "null"], "format": "double" }, "default_r_environment_management": { "type": ["boolean", "null"] }, "default_py_environment_management": { "type": ["boolean", "null"] }, "run_as": { "type": ["string", "null"] }, "run_as_current_user": { "type": ["boolean", "null"] }, "memory_request": { "type": ["integer", "null"], "format": "int64" }, "memory_limit": { "type": ["integer", "null"], "format": "int64" }, "cpu_request": { "type": ["number", "null"], "format": "double" }, "cpu_limit": { "type": ["number", "null"], "format": "double" }, "amd_gpu_limit": { "type": ["integer", "null"], "format": "int64" }, "nvidia_gpu_limit": { "type": ["integer", "null"], "format": "int64" }, "service_account_name": { "type": ["string", "null"] }, "default_image_name": { "type": ["string", "null"] }, "default_environment_guid": { "type": ["string", "null"], "format": "uuid" }, "metrics_collection_enabled": { "type": ["boolean", "null"] }, "notify_on_share": { "type": ["boolean", "null"] }, "otel_enabled": { "type": ["boolean", "null"] } } };
var schema36 = { "type": "string", "enum": ["all", "logged_in", "acl"] };
var pattern4 = new RegExp("^[A-Za-z0-9._-]*$", "u");
var formats2 = require_formats().fullFormats.int32;
var formats16 = require_formats().fullFormats.double;
var formats18 = require_formats().fullFormats.int64;
var formats30 = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._-]*$" } };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data1 = data.title;
      if (typeof data1 !== "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema35.properties.title.type } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err3 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.access_type !== void 0) {
      let data3 = data.access_type;
      if (typeof data3 !== "string") {
        const err4 = { instancePath: instancePath + "/access_type", schemaPath: "#/components/schemas/AccessType/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (!(data3 === "all" || data3 === "logged_in" || data3 === "acl")) {
        const err5 = { instancePath: instancePath + "/access_type", schemaPath: "#/components/schemas/AccessType/enum", keyword: "enum", params: { allowedValues: schema36.enum } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.connection_timeout !== void 0) {
      let data4 = data.connection_timeout;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4))) && data4 !== null) {
        const err6 = { instancePath: instancePath + "/connection_timeout", schemaPath: "#/properties/connection_timeout/type", keyword: "type", params: { type: schema35.properties.connection_timeout.type } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data4 == "number") {
        if (!formats2.validate(data4)) {
          const err7 = { instancePath: instancePath + "/connection_timeout", schemaPath: "#/properties/connection_timeout/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.read_timeout !== void 0) {
      let data5 = data.read_timeout;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5))) && data5 !== null) {
        const err8 = { instancePath: instancePath + "/read_timeout", schemaPath: "#/properties/read_timeout/type", keyword: "type", params: { type: schema35.properties.read_timeout.type } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data5 == "number") {
        if (!formats2.validate(data5)) {
          const err9 = { instancePath: instancePath + "/read_timeout", schemaPath: "#/properties/read_timeout/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.init_timeout !== void 0) {
      let data6 = data.init_timeout;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6))) && data6 !== null) {
        const err10 = { instancePath: instancePath + "/init_timeout", schemaPath: "#/properties/init_timeout/type", keyword: "type", params: { type: schema35.properties.init_timeout.type } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data6 == "number") {
        if (!formats2.validate(data6)) {
          const err11 = { instancePath: instancePath + "/init_timeout", schemaPath: "#/properties/init_timeout/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.idle_timeout !== void 0) {
      let data7 = data.idle_timeout;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7))) && data7 !== null) {
        const err12 = { instancePath: instancePath + "/idle_timeout", schemaPath: "#/properties/idle_timeout/type", keyword: "type", params: { type: schema35.properties.idle_timeout.type } };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data7 == "number") {
        if (!formats2.validate(data7)) {
          const err13 = { instancePath: instancePath + "/idle_timeout", schemaPath: "#/properties/idle_timeout/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.max_processes !== void 0) {
      let data8 = data.max_processes;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8))) && data8 !== null) {
        const err14 = { instancePath: instancePath + "/max_processes", schemaPath: "#/properties/max_processes/type", keyword: "type", params: { type: schema35.properties.max_processes.type } };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data8 == "number") {
        if (!formats2.validate(data8)) {
          const err15 = { instancePath: instancePath + "/max_processes", schemaPath: "#/properties/max_processes/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
    if (data.min_processes !== void 0) {
      let data9 = data.min_processes;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9))) && data9 !== null) {
        const err16 = { instancePath: instancePath + "/min_processes", schemaPath: "#/properties/min_processes/type", keyword: "type", params: { type: schema35.properties.min_processes.type } };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data9 == "number") {
        if (!formats2.validate(data9)) {
          const err17 = { instancePath: instancePath + "/min_processes", schemaPath: "#/properties/min_processes/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
    }
    if (data.max_conns_per_process !== void 0) {
      let data10 = data.max_conns_per_process;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10))) && data10 !== null) {
        const err18 = { instancePath: instancePath + "/max_conns_per_process", schemaPath: "#/properties/max_conns_per_process/type", keyword: "type", params: { type: schema35.properties.max_conns_per_process.type } };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (typeof data10 == "number") {
        if (!formats2.validate(data10)) {
          const err19 = { instancePath: instancePath + "/max_conns_per_process", schemaPath: "#/properties/max_conns_per_process/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
    if (data.load_factor !== void 0) {
      let data11 = data.load_factor;
      if (!(typeof data11 == "number") && data11 !== null) {
        const err20 = { instancePath: instancePath + "/load_factor", schemaPath: "#/properties/load_factor/type", keyword: "type", params: { type: schema35.properties.load_factor.type } };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data11 == "number") {
        if (!formats16.validate(data11)) {
          const err21 = { instancePath: instancePath + "/load_factor", schemaPath: "#/properties/load_factor/format", keyword: "format", params: { format: "double" } };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
    }
    if (data.default_r_environment_management !== void 0) {
      let data12 = data.default_r_environment_management;
      if (typeof data12 !== "boolean" && data12 !== null) {
        const err22 = { instancePath: instancePath + "/default_r_environment_management", schemaPath: "#/properties/default_r_environment_management/type", keyword: "type", params: { type: schema35.properties.default_r_environment_management.type } };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.default_py_environment_management !== void 0) {
      let data13 = data.default_py_environment_management;
      if (typeof data13 !== "boolean" && data13 !== null) {
        const err23 = { instancePath: instancePath + "/default_py_environment_management", schemaPath: "#/properties/default_py_environment_management/type", keyword: "type", params: { type: schema35.properties.default_py_environment_management.type } };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.run_as !== void 0) {
      let data14 = data.run_as;
      if (typeof data14 !== "string" && data14 !== null) {
        const err24 = { instancePath: instancePath + "/run_as", schemaPath: "#/properties/run_as/type", keyword: "type", params: { type: schema35.properties.run_as.type } };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.run_as_current_user !== void 0) {
      let data15 = data.run_as_current_user;
      if (typeof data15 !== "boolean" && data15 !== null) {
        const err25 = { instancePath: instancePath + "/run_as_current_user", schemaPath: "#/properties/run_as_current_user/type", keyword: "type", params: { type: schema35.properties.run_as_current_user.type } };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.memory_request !== void 0) {
      let data16 = data.memory_request;
      if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16))) && data16 !== null) {
        const err26 = { instancePath: instancePath + "/memory_request", schemaPath: "#/properties/memory_request/type", keyword: "type", params: { type: schema35.properties.memory_request.type } };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (typeof data16 == "number") {
        if (!formats18.validate(data16)) {
          const err27 = { instancePath: instancePath + "/memory_request", schemaPath: "#/properties/memory_request/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
    }
    if (data.memory_limit !== void 0) {
      let data17 = data.memory_limit;
      if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17))) && data17 !== null) {
        const err28 = { instancePath: instancePath + "/memory_limit", schemaPath: "#/properties/memory_limit/type", keyword: "type", params: { type: schema35.properties.memory_limit.type } };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data17 == "number") {
        if (!formats18.validate(data17)) {
          const err29 = { instancePath: instancePath + "/memory_limit", schemaPath: "#/properties/memory_limit/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    }
    if (data.cpu_request !== void 0) {
      let data18 = data.cpu_request;
      if (!(typeof data18 == "number") && data18 !== null) {
        const err30 = { instancePath: instancePath + "/cpu_request", schemaPath: "#/properties/cpu_request/type", keyword: "type", params: { type: schema35.properties.cpu_request.type } };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (typeof data18 == "number") {
        if (!formats16.validate(data18)) {
          const err31 = { instancePath: instancePath + "/cpu_request", schemaPath: "#/properties/cpu_request/format", keyword: "format", params: { format: "double" } };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      }
    }
    if (data.cpu_limit !== void 0) {
      let data19 = data.cpu_limit;
      if (!(typeof data19 == "number") && data19 !== null) {
        const err32 = { instancePath: instancePath + "/cpu_limit", schemaPath: "#/properties/cpu_limit/type", keyword: "type", params: { type: schema35.properties.cpu_limit.type } };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      if (typeof data19 == "number") {
        if (!formats16.validate(data19)) {
          const err33 = { instancePath: instancePath + "/cpu_limit", schemaPath: "#/properties/cpu_limit/format", keyword: "format", params: { format: "double" } };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      }
    }
    if (data.amd_gpu_limit !== void 0) {
      let data20 = data.amd_gpu_limit;
      if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20))) && data20 !== null) {
        const err34 = { instancePath: instancePath + "/amd_gpu_limit", schemaPath: "#/properties/amd_gpu_limit/type", keyword: "type", params: { type: schema35.properties.amd_gpu_limit.type } };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data20 == "number") {
        if (!formats18.validate(data20)) {
          const err35 = { instancePath: instancePath + "/amd_gpu_limit", schemaPath: "#/properties/amd_gpu_limit/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      }
    }
    if (data.nvidia_gpu_limit !== void 0) {
      let data21 = data.nvidia_gpu_limit;
      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21))) && data21 !== null) {
        const err36 = { instancePath: instancePath + "/nvidia_gpu_limit", schemaPath: "#/properties/nvidia_gpu_limit/type", keyword: "type", params: { type: schema35.properties.nvidia_gpu_limit.type } };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (typeof data21 == "number") {
        if (!formats18.validate(data21)) {
          const err37 = { instancePath: instancePath + "/nvidia_gpu_limit", schemaPath: "#/properties/nvidia_gpu_limit/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      }
    }
    if (data.service_account_name !== void 0) {
      let data22 = data.service_account_name;
      if (typeof data22 !== "string" && data22 !== null) {
        const err38 = { instancePath: instancePath + "/service_account_name", schemaPath: "#/properties/service_account_name/type", keyword: "type", params: { type: schema35.properties.service_account_name.type } };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.default_image_name !== void 0) {
      let data23 = data.default_image_name;
      if (typeof data23 !== "string" && data23 !== null) {
        const err39 = { instancePath: instancePath + "/default_image_name", schemaPath: "#/properties/default_image_name/type", keyword: "type", params: { type: schema35.properties.default_image_name.type } };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.default_environment_guid !== void 0) {
      let data24 = data.default_environment_guid;
      if (typeof data24 !== "string" && data24 !== null) {
        const err40 = { instancePath: instancePath + "/default_environment_guid", schemaPath: "#/properties/default_environment_guid/type", keyword: "type", params: { type: schema35.properties.default_environment_guid.type } };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if (typeof data24 === "string") {
        if (!formats30.test(data24)) {
          const err41 = { instancePath: instancePath + "/default_environment_guid", schemaPath: "#/properties/default_environment_guid/format", keyword: "format", params: { format: "uuid" } };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
    }
    if (data.metrics_collection_enabled !== void 0) {
      let data25 = data.metrics_collection_enabled;
      if (typeof data25 !== "boolean" && data25 !== null) {
        const err42 = { instancePath: instancePath + "/metrics_collection_enabled", schemaPath: "#/properties/metrics_collection_enabled/type", keyword: "type", params: { type: schema35.properties.metrics_collection_enabled.type } };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.notify_on_share !== void 0) {
      let data26 = data.notify_on_share;
      if (typeof data26 !== "boolean" && data26 !== null) {
        const err43 = { instancePath: instancePath + "/notify_on_share", schemaPath: "#/properties/notify_on_share/type", keyword: "type", params: { type: schema35.properties.notify_on_share.type } };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.otel_enabled !== void 0) {
      let data27 = data.otel_enabled;
      if (typeof data27 !== "boolean" && data27 !== null) {
        const err44 = { instancePath: instancePath + "/otel_enabled", schemaPath: "#/properties/otel_enabled/type", keyword: "type", params: { type: schema35.properties.otel_enabled.type } };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
  } else {
    const err45 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err45];
    } else {
      vErrors.push(err45);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": { "name": true, "title": true, "description": true, "access_type": true, "connection_timeout": true, "read_timeout": true, "init_timeout": true, "idle_timeout": true, "max_processes": true, "min_processes": true, "max_conns_per_process": true, "load_factor": true, "default_r_environment_management": true, "default_py_environment_management": true, "run_as": true, "run_as_current_user": true, "memory_request": true, "memory_limit": true, "cpu_request": true, "cpu_limit": true, "amd_gpu_limit": true, "nvidia_gpu_limit": true, "service_account_name": true, "default_image_name": true, "default_environment_guid": true, "metrics_collection_enabled": true, "notify_on_share": true, "otel_enabled": true }, "dynamicProps": false, "dynamicItems": false };
var CredentialExchangeInput = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.grant_type !== void 0) {
      if (typeof data.grant_type !== "string") {
        const err0 = { instancePath: instancePath + "/grant_type", schemaPath: "#/properties/grant_type/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.subject_token_type !== void 0) {
      if (typeof data.subject_token_type !== "string") {
        const err1 = { instancePath: instancePath + "/subject_token_type", schemaPath: "#/properties/subject_token_type/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.subject_token !== void 0) {
      if (typeof data.subject_token !== "string") {
        const err2 = { instancePath: instancePath + "/subject_token", schemaPath: "#/properties/subject_token/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.requested_token_type !== void 0) {
      if (typeof data.requested_token_type !== "string") {
        const err3 = { instancePath: instancePath + "/requested_token_type", schemaPath: "#/properties/requested_token_type/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.audience !== void 0) {
      if (typeof data.audience !== "string") {
        const err4 = { instancePath: instancePath + "/audience", schemaPath: "#/properties/audience/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": { "grant_type": true, "subject_token_type": true, "subject_token": true, "requested_token_type": true, "audience": true }, "dynamicProps": false, "dynamicItems": false };
var GroupCreateInput = validate26;
var schema38 = { "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 4096 }, "unique_id": { "type": "string" }, "gid": { "type": ["integer", "null"], "format": "int64", "minimum": 1 } } };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) > 4096) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 4096 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.unique_id !== void 0) {
      if (typeof data.unique_id !== "string") {
        const err4 = { instancePath: instancePath + "/unique_id", schemaPath: "#/properties/unique_id/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.gid !== void 0) {
      let data2 = data.gid;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2))) && data2 !== null) {
        const err5 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/type", keyword: "type", params: { type: schema38.properties.gid.type } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data2 == "number") {
        if (data2 < 1 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (!formats18.validate(data2)) {
          const err7 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": { "name": true, "unique_id": true, "gid": true }, "dynamicProps": false, "dynamicItems": false };
var GroupCreateRemoteInput = validate27;
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.temp_ticket === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "temp_ticket" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.temp_ticket !== void 0) {
      if (typeof data.temp_ticket !== "string") {
        const err1 = { instancePath: instancePath + "/temp_ticket", schemaPath: "#/properties/temp_ticket/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "props": { "temp_ticket": true }, "dynamicProps": false, "dynamicItems": false };
var GroupMemberAddInput = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.user_guid === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "user_guid" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.user_guid !== void 0) {
      let data0 = data.user_guid;
      if (typeof data0 === "string") {
        if (!formats30.test(data0)) {
          const err1 = { instancePath: instancePath + "/user_guid", schemaPath: "#/properties/user_guid/format", keyword: "format", params: { format: "uuid" } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/user_guid", schemaPath: "#/properties/user_guid/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": { "user_guid": true }, "dynamicProps": false, "dynamicItems": false };
var GroupPatchInput = validate29;
var schema41 = { "type": "object", "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 4096 }, "owner_guid": { "type": ["string", "null"], "format": "uuid" }, "gid": { "type": ["integer", "null"], "format": "int32", "minimum": 1 } } };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) > 4096) {
          const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 4096 } };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.owner_guid !== void 0) {
      let data1 = data.owner_guid;
      if (typeof data1 !== "string" && data1 !== null) {
        const err3 = { instancePath: instancePath + "/owner_guid", schemaPath: "#/properties/owner_guid/type", keyword: "type", params: { type: schema41.properties.owner_guid.type } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 === "string") {
        if (!formats30.test(data1)) {
          const err4 = { instancePath: instancePath + "/owner_guid", schemaPath: "#/properties/owner_guid/format", keyword: "format", params: { format: "uuid" } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.gid !== void 0) {
      let data2 = data.gid;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2))) && data2 !== null) {
        const err5 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/type", keyword: "type", params: { type: schema41.properties.gid.type } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data2 == "number") {
        if (data2 < 1 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (!formats2.validate(data2)) {
          const err7 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": { "name": true, "owner_guid": true, "gid": true }, "dynamicProps": false, "dynamicItems": false };
var GroupUpdateInput = validate30;
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) > 4096) {
          const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 4096 } };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.owner_guid !== void 0) {
      if (typeof data.owner_guid !== "string") {
        const err3 = { instancePath: instancePath + "/owner_guid", schemaPath: "#/properties/owner_guid/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "props": { "name": true, "owner_guid": true }, "dynamicProps": false, "dynamicItems": false };
var LockUserInput = validate31;
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.locked === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "locked" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.locked !== void 0) {
      if (typeof data.locked !== "boolean") {
        const err1 = { instancePath: instancePath + "/locked", schemaPath: "#/properties/locked/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": { "locked": true }, "dynamicProps": false, "dynamicItems": false };
var OAuthAssociationsInput = validate32;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.oauth_integration_guid === void 0) {
          const err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/components/schemas/OAuthAssociationInput/required", keyword: "required", params: { missingProperty: "oauth_integration_guid" } };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data0.oauth_integration_guid !== void 0) {
          let data1 = data0.oauth_integration_guid;
          if (typeof data1 === "string") {
            if (!formats30.test(data1)) {
              const err1 = { instancePath: instancePath + "/" + i0 + "/oauth_integration_guid", schemaPath: "#/components/schemas/OAuthAssociationInput/properties/oauth_integration_guid/format", keyword: "format", params: { format: "uuid" } };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          } else {
            const err2 = { instancePath: instancePath + "/" + i0 + "/oauth_integration_guid", schemaPath: "#/components/schemas/OAuthAssociationInput/properties/oauth_integration_guid/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/components/schemas/OAuthAssociationInput/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var OAuthIntegrationInput = validate33;
var schema46 = { "type": "object", "required": ["template", "config"], "properties": { "name": { "type": ["string", "null"] }, "description": { "type": ["string", "null"] }, "template": { "type": "string" }, "config": { "type": "object", "additionalProperties": true }, "permissions": { "type": ["array", "null"], "items": { "$ref": "#/components/schemas/OAuthIntegrationPermissionInput" } } } };
var schema47 = { "type": "object", "properties": { "user_guid": { "type": ["string", "null"], "format": "uuid" }, "group_guid": { "type": ["string", "null"], "format": "uuid" } } };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.template === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "template" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.config === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "config" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 !== "string" && data0 !== null) {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: schema46.properties.name.type } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data1 = data.description;
      if (typeof data1 !== "string" && data1 !== null) {
        const err3 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: schema46.properties.description.type } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.template !== void 0) {
      if (typeof data.template !== "string") {
        const err4 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.config !== void 0) {
      let data3 = data.config;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
      } else {
        const err5 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.permissions !== void 0) {
      let data4 = data.permissions;
      if (!Array.isArray(data4) && data4 !== null) {
        const err6 = { instancePath: instancePath + "/permissions", schemaPath: "#/properties/permissions/type", keyword: "type", params: { type: schema46.properties.permissions.type } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (Array.isArray(data4)) {
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.user_guid !== void 0) {
              let data6 = data5.user_guid;
              if (typeof data6 !== "string" && data6 !== null) {
                const err7 = { instancePath: instancePath + "/permissions/" + i0 + "/user_guid", schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/properties/user_guid/type", keyword: "type", params: { type: schema47.properties.user_guid.type } };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
              if (typeof data6 === "string") {
                if (!formats30.test(data6)) {
                  const err8 = { instancePath: instancePath + "/permissions/" + i0 + "/user_guid", schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/properties/user_guid/format", keyword: "format", params: { format: "uuid" } };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
              }
            }
            if (data5.group_guid !== void 0) {
              let data7 = data5.group_guid;
              if (typeof data7 !== "string" && data7 !== null) {
                const err9 = { instancePath: instancePath + "/permissions/" + i0 + "/group_guid", schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/properties/group_guid/type", keyword: "type", params: { type: schema47.properties.group_guid.type } };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
              if (typeof data7 === "string") {
                if (!formats30.test(data7)) {
                  const err10 = { instancePath: instancePath + "/permissions/" + i0 + "/group_guid", schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/properties/group_guid/format", keyword: "format", params: { format: "uuid" } };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err11 = { instancePath: instancePath + "/permissions/" + i0, schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "props": { "name": true, "description": true, "template": true, "config": true, "permissions": true }, "dynamicProps": false, "dynamicItems": false };
var OAuthIntegrationUpdate = validate34;
var schema48 = { "type": "object", "properties": { "name": { "type": ["string", "null"] }, "description": { "type": ["string", "null"] }, "config": { "type": "object", "additionalProperties": true }, "permissions": { "type": ["array", "null"], "items": { "$ref": "#/components/schemas/OAuthIntegrationPermissionInput" } } } };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 !== "string" && data0 !== null) {
        const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: schema48.properties.name.type } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data1 = data.description;
      if (typeof data1 !== "string" && data1 !== null) {
        const err1 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: schema48.properties.description.type } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.config !== void 0) {
      let data2 = data.config;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
      } else {
        const err2 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.permissions !== void 0) {
      let data3 = data.permissions;
      if (!Array.isArray(data3) && data3 !== null) {
        const err3 = { instancePath: instancePath + "/permissions", schemaPath: "#/properties/permissions/type", keyword: "type", params: { type: schema48.properties.permissions.type } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.user_guid !== void 0) {
              let data5 = data4.user_guid;
              if (typeof data5 !== "string" && data5 !== null) {
                const err4 = { instancePath: instancePath + "/permissions/" + i0 + "/user_guid", schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/properties/user_guid/type", keyword: "type", params: { type: schema47.properties.user_guid.type } };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
              if (typeof data5 === "string") {
                if (!formats30.test(data5)) {
                  const err5 = { instancePath: instancePath + "/permissions/" + i0 + "/user_guid", schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/properties/user_guid/format", keyword: "format", params: { format: "uuid" } };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                }
              }
            }
            if (data4.group_guid !== void 0) {
              let data6 = data4.group_guid;
              if (typeof data6 !== "string" && data6 !== null) {
                const err6 = { instancePath: instancePath + "/permissions/" + i0 + "/group_guid", schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/properties/group_guid/type", keyword: "type", params: { type: schema47.properties.group_guid.type } };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
              if (typeof data6 === "string") {
                if (!formats30.test(data6)) {
                  const err7 = { instancePath: instancePath + "/permissions/" + i0 + "/group_guid", schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/properties/group_guid/format", keyword: "format", params: { format: "uuid" } };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err8 = { instancePath: instancePath + "/permissions/" + i0, schemaPath: "#/components/schemas/OAuthIntegrationPermissionInput/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "props": { "name": true, "description": true, "config": true, "permissions": true }, "dynamicProps": false, "dynamicItems": false };
var PermissionInput = validate35;
var schema51 = { "type": "string", "enum": ["user", "group"] };
var schema52 = { "type": "string", "enum": ["viewer", "owner"] };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.principal_guid === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "principal_guid" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.principal_type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "principal_type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.role === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "role" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.principal_guid !== void 0) {
      let data0 = data.principal_guid;
      if (typeof data0 === "string") {
        if (!formats30.test(data0)) {
          const err3 = { instancePath: instancePath + "/principal_guid", schemaPath: "#/properties/principal_guid/format", keyword: "format", params: { format: "uuid" } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/principal_guid", schemaPath: "#/properties/principal_guid/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.principal_type !== void 0) {
      let data1 = data.principal_type;
      if (typeof data1 !== "string") {
        const err5 = { instancePath: instancePath + "/principal_type", schemaPath: "#/components/schemas/PrincipalType/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data1 === "user" || data1 === "group")) {
        const err6 = { instancePath: instancePath + "/principal_type", schemaPath: "#/components/schemas/PrincipalType/enum", keyword: "enum", params: { allowedValues: schema51.enum } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data2 = data.role;
      if (typeof data2 !== "string") {
        const err7 = { instancePath: instancePath + "/role", schemaPath: "#/components/schemas/PermissionRole/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (!(data2 === "viewer" || data2 === "owner")) {
        const err8 = { instancePath: instancePath + "/role", schemaPath: "#/components/schemas/PermissionRole/enum", keyword: "enum", params: { allowedValues: schema52.enum } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.send_email !== void 0) {
      if (typeof data.send_email !== "boolean") {
        const err9 = { instancePath: instancePath + "/send_email", schemaPath: "#/properties/send_email/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "props": { "principal_guid": true, "principal_type": true, "role": true, "send_email": true }, "dynamicProps": false, "dynamicItems": false };
var ServiceTokenCreateInput = validate36;
var schema53 = { "type": "object", "required": ["name", "scopes"], "properties": { "name": { "type": "string", "minLength": 1 }, "scopes": { "type": "array", "minItems": 1, "items": { "type": "string" } }, "expires_at": { "type": ["string", "null"], "format": "date-time" } } };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.scopes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "scopes" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.scopes !== void 0) {
      let data1 = data.scopes;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err4 = { instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data1[i0] !== "string") {
            const err5 = { instancePath: instancePath + "/scopes/" + i0, schemaPath: "#/properties/scopes/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.expires_at !== void 0) {
      let data3 = data.expires_at;
      if (typeof data3 !== "string" && data3 !== null) {
        const err7 = { instancePath: instancePath + "/expires_at", schemaPath: "#/properties/expires_at/type", keyword: "type", params: { type: schema53.properties.expires_at.type } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data3 === "string") {
        if (!formats0.validate(data3)) {
          const err8 = { instancePath: instancePath + "/expires_at", schemaPath: "#/properties/expires_at/format", keyword: "format", params: { format: "date-time" } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
validate36.evaluated = { "props": { "name": true, "scopes": true, "expires_at": true }, "dynamicProps": false, "dynamicItems": false };
var TagCreateInput = validate37;
var schema54 = { "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "minLength": 1 }, "parent_id": { "type": ["string", "null"] } } };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.parent_id !== void 0) {
      let data1 = data.parent_id;
      if (typeof data1 !== "string" && data1 !== null) {
        const err3 = { instancePath: instancePath + "/parent_id", schemaPath: "#/properties/parent_id/type", keyword: "type", params: { type: schema54.properties.parent_id.type } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": { "name": true, "parent_id": true }, "dynamicProps": false, "dynamicItems": false };
var TagInput = validate38;
var schema55 = { "type": "object", "properties": { "name": { "type": "string", "minLength": 1 }, "parent_id": { "type": ["string", "null"] } } };
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.parent_id !== void 0) {
      let data1 = data.parent_id;
      if (typeof data1 !== "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/parent_id", schemaPath: "#/properties/parent_id/type", keyword: "type", params: { type: schema55.properties.parent_id.type } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "props": { "name": true, "parent_id": true }, "dynamicProps": false, "dynamicItems": false };
var UpdateContentInput = validate39;
var schema56 = { "type": "object", "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9._-]*$" }, "title": { "type": ["string", "null"] }, "description": { "type": "string" }, "owner_guid": { "type": ["string", "null"], "format": "uuid" }, "access_type": { "$ref": "#/components/schemas/AccessType" }, "locked": { "type": ["boolean", "null"] }, "locked_message": { "type": ["string", "null"] }, "connection_timeout": { "type": ["integer", "null"], "format": "int32" }, "read_timeout": { "type": ["integer", "null"], "format": "int32" }, "init_timeout": { "type": ["integer", "null"], "format": "int32" }, "idle_timeout": { "type": ["integer", "null"], "format": "int32" }, "max_processes": { "type": ["integer", "null"], "format": "int32" }, "min_processes": { "type": ["integer", "null"], "format": "int32" }, "max_conns_per_process": { "type": ["integer", "null"], "format": "int32" }, "load_factor": { "type": ["number", "null"], "format": "double" }, "default_r_environment_management": { "type": ["boolean", "null"] }, "default_py_environment_management": { "type": ["boolean", "null"] }, "run_as": { "type": ["string", "null"] }, "run_as_current_user": { "type": ["boolean", "null"] }, "memory_request": { "type": ["integer", "null"], "format": "int64" }, "memory_limit": { "type": ["integer", "null"], "format": "int64" }, "cpu_request": { "type": ["number", "null"], "format": "double" }, "cpu_limit": { "type": ["number", "null"], "format": "double" }, "amd_gpu_limit": { "type": ["integer", "null"], "format": "int64" }, "nvidia_gpu_limit": { "type": ["integer", "null"], "format": "int64" }, "service_account_name": { "type": ["string", "null"] }, "default_image_name": { "type": ["string", "null"] }, "default_environment_guid": { "type": ["string", "null"], "format": "uuid" }, "metrics_collection_enabled": { "type": ["boolean", "null"] }, "notify_on_share": { "type": ["boolean", "null"] }, "otel_enabled": { "type": ["boolean", "null"] }, "content_category": { "enum": ["", "mcp", null] } } };
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._-]*$" } };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data1 = data.title;
      if (typeof data1 !== "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema56.properties.title.type } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err3 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.owner_guid !== void 0) {
      let data3 = data.owner_guid;
      if (typeof data3 !== "string" && data3 !== null) {
        const err4 = { instancePath: instancePath + "/owner_guid", schemaPath: "#/properties/owner_guid/type", keyword: "type", params: { type: schema56.properties.owner_guid.type } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data3 === "string") {
        if (!formats30.test(data3)) {
          const err5 = { instancePath: instancePath + "/owner_guid", schemaPath: "#/properties/owner_guid/format", keyword: "format", params: { format: "uuid" } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.access_type !== void 0) {
      let data4 = data.access_type;
      if (typeof data4 !== "string") {
        const err6 = { instancePath: instancePath + "/access_type", schemaPath: "#/components/schemas/AccessType/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (!(data4 === "all" || data4 === "logged_in" || data4 === "acl")) {
        const err7 = { instancePath: instancePath + "/access_type", schemaPath: "#/components/schemas/AccessType/enum", keyword: "enum", params: { allowedValues: schema36.enum } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.locked !== void 0) {
      let data5 = data.locked;
      if (typeof data5 !== "boolean" && data5 !== null) {
        const err8 = { instancePath: instancePath + "/locked", schemaPath: "#/properties/locked/type", keyword: "type", params: { type: schema56.properties.locked.type } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.locked_message !== void 0) {
      let data6 = data.locked_message;
      if (typeof data6 !== "string" && data6 !== null) {
        const err9 = { instancePath: instancePath + "/locked_message", schemaPath: "#/properties/locked_message/type", keyword: "type", params: { type: schema56.properties.locked_message.type } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.connection_timeout !== void 0) {
      let data7 = data.connection_timeout;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7))) && data7 !== null) {
        const err10 = { instancePath: instancePath + "/connection_timeout", schemaPath: "#/properties/connection_timeout/type", keyword: "type", params: { type: schema56.properties.connection_timeout.type } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data7 == "number") {
        if (!formats2.validate(data7)) {
          const err11 = { instancePath: instancePath + "/connection_timeout", schemaPath: "#/properties/connection_timeout/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.read_timeout !== void 0) {
      let data8 = data.read_timeout;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8))) && data8 !== null) {
        const err12 = { instancePath: instancePath + "/read_timeout", schemaPath: "#/properties/read_timeout/type", keyword: "type", params: { type: schema56.properties.read_timeout.type } };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data8 == "number") {
        if (!formats2.validate(data8)) {
          const err13 = { instancePath: instancePath + "/read_timeout", schemaPath: "#/properties/read_timeout/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.init_timeout !== void 0) {
      let data9 = data.init_timeout;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9))) && data9 !== null) {
        const err14 = { instancePath: instancePath + "/init_timeout", schemaPath: "#/properties/init_timeout/type", keyword: "type", params: { type: schema56.properties.init_timeout.type } };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data9 == "number") {
        if (!formats2.validate(data9)) {
          const err15 = { instancePath: instancePath + "/init_timeout", schemaPath: "#/properties/init_timeout/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
    if (data.idle_timeout !== void 0) {
      let data10 = data.idle_timeout;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10))) && data10 !== null) {
        const err16 = { instancePath: instancePath + "/idle_timeout", schemaPath: "#/properties/idle_timeout/type", keyword: "type", params: { type: schema56.properties.idle_timeout.type } };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data10 == "number") {
        if (!formats2.validate(data10)) {
          const err17 = { instancePath: instancePath + "/idle_timeout", schemaPath: "#/properties/idle_timeout/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
    }
    if (data.max_processes !== void 0) {
      let data11 = data.max_processes;
      if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11))) && data11 !== null) {
        const err18 = { instancePath: instancePath + "/max_processes", schemaPath: "#/properties/max_processes/type", keyword: "type", params: { type: schema56.properties.max_processes.type } };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (typeof data11 == "number") {
        if (!formats2.validate(data11)) {
          const err19 = { instancePath: instancePath + "/max_processes", schemaPath: "#/properties/max_processes/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
    if (data.min_processes !== void 0) {
      let data12 = data.min_processes;
      if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12))) && data12 !== null) {
        const err20 = { instancePath: instancePath + "/min_processes", schemaPath: "#/properties/min_processes/type", keyword: "type", params: { type: schema56.properties.min_processes.type } };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data12 == "number") {
        if (!formats2.validate(data12)) {
          const err21 = { instancePath: instancePath + "/min_processes", schemaPath: "#/properties/min_processes/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
    }
    if (data.max_conns_per_process !== void 0) {
      let data13 = data.max_conns_per_process;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13))) && data13 !== null) {
        const err22 = { instancePath: instancePath + "/max_conns_per_process", schemaPath: "#/properties/max_conns_per_process/type", keyword: "type", params: { type: schema56.properties.max_conns_per_process.type } };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (typeof data13 == "number") {
        if (!formats2.validate(data13)) {
          const err23 = { instancePath: instancePath + "/max_conns_per_process", schemaPath: "#/properties/max_conns_per_process/format", keyword: "format", params: { format: "int32" } };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
    if (data.load_factor !== void 0) {
      let data14 = data.load_factor;
      if (!(typeof data14 == "number") && data14 !== null) {
        const err24 = { instancePath: instancePath + "/load_factor", schemaPath: "#/properties/load_factor/type", keyword: "type", params: { type: schema56.properties.load_factor.type } };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (typeof data14 == "number") {
        if (!formats16.validate(data14)) {
          const err25 = { instancePath: instancePath + "/load_factor", schemaPath: "#/properties/load_factor/format", keyword: "format", params: { format: "double" } };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      }
    }
    if (data.default_r_environment_management !== void 0) {
      let data15 = data.default_r_environment_management;
      if (typeof data15 !== "boolean" && data15 !== null) {
        const err26 = { instancePath: instancePath + "/default_r_environment_management", schemaPath: "#/properties/default_r_environment_management/type", keyword: "type", params: { type: schema56.properties.default_r_environment_management.type } };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.default_py_environment_management !== void 0) {
      let data16 = data.default_py_environment_management;
      if (typeof data16 !== "boolean" && data16 !== null) {
        const err27 = { instancePath: instancePath + "/default_py_environment_management", schemaPath: "#/properties/default_py_environment_management/type", keyword: "type", params: { type: schema56.properties.default_py_environment_management.type } };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.run_as !== void 0) {
      let data17 = data.run_as;
      if (typeof data17 !== "string" && data17 !== null) {
        const err28 = { instancePath: instancePath + "/run_as", schemaPath: "#/properties/run_as/type", keyword: "type", params: { type: schema56.properties.run_as.type } };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.run_as_current_user !== void 0) {
      let data18 = data.run_as_current_user;
      if (typeof data18 !== "boolean" && data18 !== null) {
        const err29 = { instancePath: instancePath + "/run_as_current_user", schemaPath: "#/properties/run_as_current_user/type", keyword: "type", params: { type: schema56.properties.run_as_current_user.type } };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.memory_request !== void 0) {
      let data19 = data.memory_request;
      if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19))) && data19 !== null) {
        const err30 = { instancePath: instancePath + "/memory_request", schemaPath: "#/properties/memory_request/type", keyword: "type", params: { type: schema56.properties.memory_request.type } };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (typeof data19 == "number") {
        if (!formats18.validate(data19)) {
          const err31 = { instancePath: instancePath + "/memory_request", schemaPath: "#/properties/memory_request/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      }
    }
    if (data.memory_limit !== void 0) {
      let data20 = data.memory_limit;
      if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20))) && data20 !== null) {
        const err32 = { instancePath: instancePath + "/memory_limit", schemaPath: "#/properties/memory_limit/type", keyword: "type", params: { type: schema56.properties.memory_limit.type } };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      if (typeof data20 == "number") {
        if (!formats18.validate(data20)) {
          const err33 = { instancePath: instancePath + "/memory_limit", schemaPath: "#/properties/memory_limit/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      }
    }
    if (data.cpu_request !== void 0) {
      let data21 = data.cpu_request;
      if (!(typeof data21 == "number") && data21 !== null) {
        const err34 = { instancePath: instancePath + "/cpu_request", schemaPath: "#/properties/cpu_request/type", keyword: "type", params: { type: schema56.properties.cpu_request.type } };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data21 == "number") {
        if (!formats16.validate(data21)) {
          const err35 = { instancePath: instancePath + "/cpu_request", schemaPath: "#/properties/cpu_request/format", keyword: "format", params: { format: "double" } };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      }
    }
    if (data.cpu_limit !== void 0) {
      let data22 = data.cpu_limit;
      if (!(typeof data22 == "number") && data22 !== null) {
        const err36 = { instancePath: instancePath + "/cpu_limit", schemaPath: "#/properties/cpu_limit/type", keyword: "type", params: { type: schema56.properties.cpu_limit.type } };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (typeof data22 == "number") {
        if (!formats16.validate(data22)) {
          const err37 = { instancePath: instancePath + "/cpu_limit", schemaPath: "#/properties/cpu_limit/format", keyword: "format", params: { format: "double" } };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      }
    }
    if (data.amd_gpu_limit !== void 0) {
      let data23 = data.amd_gpu_limit;
      if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23))) && data23 !== null) {
        const err38 = { instancePath: instancePath + "/amd_gpu_limit", schemaPath: "#/properties/amd_gpu_limit/type", keyword: "type", params: { type: schema56.properties.amd_gpu_limit.type } };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
      if (typeof data23 == "number") {
        if (!formats18.validate(data23)) {
          const err39 = { instancePath: instancePath + "/amd_gpu_limit", schemaPath: "#/properties/amd_gpu_limit/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
      }
    }
    if (data.nvidia_gpu_limit !== void 0) {
      let data24 = data.nvidia_gpu_limit;
      if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24))) && data24 !== null) {
        const err40 = { instancePath: instancePath + "/nvidia_gpu_limit", schemaPath: "#/properties/nvidia_gpu_limit/type", keyword: "type", params: { type: schema56.properties.nvidia_gpu_limit.type } };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if (typeof data24 == "number") {
        if (!formats18.validate(data24)) {
          const err41 = { instancePath: instancePath + "/nvidia_gpu_limit", schemaPath: "#/properties/nvidia_gpu_limit/format", keyword: "format", params: { format: "int64" } };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
    }
    if (data.service_account_name !== void 0) {
      let data25 = data.service_account_name;
      if (typeof data25 !== "string" && data25 !== null) {
        const err42 = { instancePath: instancePath + "/service_account_name", schemaPath: "#/properties/service_account_name/type", keyword: "type", params: { type: schema56.properties.service_account_name.type } };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.default_image_name !== void 0) {
      let data26 = data.default_image_name;
      if (typeof data26 !== "string" && data26 !== null) {
        const err43 = { instancePath: instancePath + "/default_image_name", schemaPath: "#/properties/default_image_name/type", keyword: "type", params: { type: schema56.properties.default_image_name.type } };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.default_environment_guid !== void 0) {
      let data27 = data.default_environment_guid;
      if (typeof data27 !== "string" && data27 !== null) {
        const err44 = { instancePath: instancePath + "/default_environment_guid", schemaPath: "#/properties/default_environment_guid/type", keyword: "type", params: { type: schema56.properties.default_environment_guid.type } };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
      if (typeof data27 === "string") {
        if (!formats30.test(data27)) {
          const err45 = { instancePath: instancePath + "/default_environment_guid", schemaPath: "#/properties/default_environment_guid/format", keyword: "format", params: { format: "uuid" } };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
      }
    }
    if (data.metrics_collection_enabled !== void 0) {
      let data28 = data.metrics_collection_enabled;
      if (typeof data28 !== "boolean" && data28 !== null) {
        const err46 = { instancePath: instancePath + "/metrics_collection_enabled", schemaPath: "#/properties/metrics_collection_enabled/type", keyword: "type", params: { type: schema56.properties.metrics_collection_enabled.type } };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.notify_on_share !== void 0) {
      let data29 = data.notify_on_share;
      if (typeof data29 !== "boolean" && data29 !== null) {
        const err47 = { instancePath: instancePath + "/notify_on_share", schemaPath: "#/properties/notify_on_share/type", keyword: "type", params: { type: schema56.properties.notify_on_share.type } };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.otel_enabled !== void 0) {
      let data30 = data.otel_enabled;
      if (typeof data30 !== "boolean" && data30 !== null) {
        const err48 = { instancePath: instancePath + "/otel_enabled", schemaPath: "#/properties/otel_enabled/type", keyword: "type", params: { type: schema56.properties.otel_enabled.type } };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.content_category !== void 0) {
      let data31 = data.content_category;
      if (!(data31 === "" || data31 === "mcp" || data31 === null)) {
        const err49 = { instancePath: instancePath + "/content_category", schemaPath: "#/properties/content_category/enum", keyword: "enum", params: { allowedValues: schema56.properties.content_category.enum } };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
  } else {
    const err50 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err50];
    } else {
      vErrors.push(err50);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "props": { "name": true, "title": true, "description": true, "owner_guid": true, "access_type": true, "locked": true, "locked_message": true, "connection_timeout": true, "read_timeout": true, "init_timeout": true, "idle_timeout": true, "max_processes": true, "min_processes": true, "max_conns_per_process": true, "load_factor": true, "default_r_environment_management": true, "default_py_environment_management": true, "run_as": true, "run_as_current_user": true, "memory_request": true, "memory_limit": true, "cpu_request": true, "cpu_limit": true, "amd_gpu_limit": true, "nvidia_gpu_limit": true, "service_account_name": true, "default_image_name": true, "default_environment_guid": true, "metrics_collection_enabled": true, "notify_on_share": true, "otel_enabled": true, "content_category": true }, "dynamicProps": false, "dynamicItems": false };
var UserCreatePullInput = validate40;
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.temp_ticket === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "temp_ticket" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.temp_ticket !== void 0) {
      if (typeof data.temp_ticket !== "string") {
        const err1 = { instancePath: instancePath + "/temp_ticket", schemaPath: "#/properties/temp_ticket/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
validate40.evaluated = { "props": { "temp_ticket": true }, "dynamicProps": false, "dynamicItems": false };
var UserCreatePushInput = validate41;
var schema59 = { "type": "object", "required": ["username"], "properties": { "username": { "type": "string", "minLength": 1 }, "email": { "type": "string" }, "first_name": { "type": "string", "default": "" }, "last_name": { "type": "string", "default": "" }, "user_role": { "enum": ["administrator", "publisher", "viewer", null] }, "user_must_set_password": { "type": "boolean", "default": false }, "password": { "type": "string", "default": "" }, "external_id": { "type": "string" }, "unique_id": { "type": "string", "deprecated": true } } };
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.username === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "username" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.username !== void 0) {
      let data0 = data.username;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/username", schemaPath: "#/properties/username/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/username", schemaPath: "#/properties/username/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.email !== void 0) {
      if (typeof data.email !== "string") {
        const err3 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.first_name !== void 0) {
      if (typeof data.first_name !== "string") {
        const err4 = { instancePath: instancePath + "/first_name", schemaPath: "#/properties/first_name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.last_name !== void 0) {
      if (typeof data.last_name !== "string") {
        const err5 = { instancePath: instancePath + "/last_name", schemaPath: "#/properties/last_name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.user_role !== void 0) {
      let data4 = data.user_role;
      if (!(data4 === "administrator" || data4 === "publisher" || data4 === "viewer" || data4 === null)) {
        const err6 = { instancePath: instancePath + "/user_role", schemaPath: "#/properties/user_role/enum", keyword: "enum", params: { allowedValues: schema59.properties.user_role.enum } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.user_must_set_password !== void 0) {
      if (typeof data.user_must_set_password !== "boolean") {
        const err7 = { instancePath: instancePath + "/user_must_set_password", schemaPath: "#/properties/user_must_set_password/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      if (typeof data.password !== "string") {
        const err8 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.external_id !== void 0) {
      if (typeof data.external_id !== "string") {
        const err9 = { instancePath: instancePath + "/external_id", schemaPath: "#/properties/external_id/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.unique_id !== void 0) {
      if (typeof data.unique_id !== "string") {
        const err10 = { instancePath: instancePath + "/unique_id", schemaPath: "#/properties/unique_id/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
validate41.evaluated = { "props": { "username": true, "email": true, "first_name": true, "last_name": true, "user_role": true, "user_must_set_password": true, "password": true, "external_id": true, "unique_id": true }, "dynamicProps": false, "dynamicItems": false };
var UserUpdateInput = validate42;
var schema61 = { "type": "string", "enum": ["administrator", "publisher", "viewer"] };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.email !== void 0) {
      if (typeof data.email !== "string") {
        const err0 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.username !== void 0) {
      let data1 = data.username;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err1 = { instancePath: instancePath + "/username", schemaPath: "#/properties/username/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/username", schemaPath: "#/properties/username/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.first_name !== void 0) {
      if (typeof data.first_name !== "string") {
        const err3 = { instancePath: instancePath + "/first_name", schemaPath: "#/properties/first_name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.last_name !== void 0) {
      if (typeof data.last_name !== "string") {
        const err4 = { instancePath: instancePath + "/last_name", schemaPath: "#/properties/last_name/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.user_role !== void 0) {
      let data4 = data.user_role;
      if (typeof data4 !== "string") {
        const err5 = { instancePath: instancePath + "/user_role", schemaPath: "#/components/schemas/UserRole/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data4 === "administrator" || data4 === "publisher" || data4 === "viewer")) {
        const err6 = { instancePath: instancePath + "/user_role", schemaPath: "#/components/schemas/UserRole/enum", keyword: "enum", params: { allowedValues: schema61.enum } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
validate42.evaluated = { "props": { "email": true, "username": true, "first_name": true, "last_name": true, "user_role": true }, "dynamicProps": false, "dynamicItems": false };
var VanityInput = validate43;
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path !== void 0) {
      if (typeof data.path !== "string") {
        const err1 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.force !== void 0) {
      if (typeof data.force !== "boolean") {
        const err2 = { instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "props": { "path": true, "force": true }, "dynamicProps": false, "dynamicItems": false };
var compiled = { APIKeyCreateInput, ContentDeploymentInput, ContentTagInput, CreateContentInput, CredentialExchangeInput, GroupCreateInput, GroupCreateRemoteInput, GroupMemberAddInput, GroupPatchInput, GroupUpdateInput, LockUserInput, OAuthAssociationsInput, OAuthIntegrationInput, OAuthIntegrationUpdate, PermissionInput, ServiceTokenCreateInput, TagCreateInput, TagInput, UpdateContentInput, UserCreatePullInput, UserCreatePushInput, UserUpdateInput, VanityInput };

/** A broken rule of a schema. */
export interface Violation {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** The rule, a keyword of JSON Schema. */
  readonly keyword: string;
  /** The rule's parameters. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Validates a value and keeps the violations until the next call. */
export interface BodyValidator {
  (value: unknown): boolean;
  errors?: readonly Violation[] | null;
}

/** What the document's extensions say about a field of a body. */
export interface FieldFacts {
  /** Connect's error code for an invalid value. */
  readonly invalidCode?: number;
  /** Whether null is refused instead of ignored. */
  readonly refusesNull?: true;
}

/** The name of a schema that a request body has. */
export type BodySchema = "APIKeyCreateInput" | "ContentDeploymentInput" | "ContentTagInput" | "CreateContentInput" | "CredentialExchangeInput" | "GroupCreateInput" | "GroupCreateRemoteInput" | "GroupMemberAddInput" | "GroupPatchInput" | "GroupUpdateInput" | "LockUserInput" | "OAuthAssociationsInput" | "OAuthIntegrationInput" | "OAuthIntegrationUpdate" | "PermissionInput" | "ServiceTokenCreateInput" | "TagCreateInput" | "TagInput" | "UpdateContentInput" | "UserCreatePullInput" | "UserCreatePushInput" | "UserUpdateInput" | "VanityInput";

export const bodyValidators: Readonly<Record<BodySchema, BodyValidator>> = compiled;

/** By schema and field. */
export const fieldFacts: Readonly<Record<BodySchema, Readonly<Record<string, FieldFacts>>>> = {
  "APIKeyCreateInput": {
    "name": {
      "invalidCode": 62
    },
    "user_role": {
      "invalidCode": 112
    }
  },
  "ContentDeploymentInput": {},
  "ContentTagInput": {},
  "CreateContentInput": {
    "name": {
      "invalidCode": 5
    },
    "access_type": {
      "invalidCode": 117
    }
  },
  "CredentialExchangeInput": {},
  "GroupCreateInput": {
    "name": {
      "invalidCode": 14
    }
  },
  "GroupCreateRemoteInput": {},
  "GroupMemberAddInput": {},
  "GroupPatchInput": {
    "name": {
      "invalidCode": 14,
      "refusesNull": true
    }
  },
  "GroupUpdateInput": {
    "name": {
      "invalidCode": 14
    }
  },
  "LockUserInput": {},
  "OAuthAssociationsInput": {},
  "OAuthIntegrationInput": {
    "name": {
      "invalidCode": 225
    },
    "description": {
      "invalidCode": 226
    },
    "template": {
      "invalidCode": 227
    },
    "config": {
      "invalidCode": 228
    }
  },
  "OAuthIntegrationUpdate": {
    "name": {
      "invalidCode": 225
    },
    "description": {
      "invalidCode": 226
    },
    "config": {
      "invalidCode": 228
    }
  },
  "PermissionInput": {
    "principal_type": {
      "invalidCode": 152
    }
  },
  "ServiceTokenCreateInput": {},
  "TagCreateInput": {
    "name": {
      "invalidCode": 78
    }
  },
  "TagInput": {
    "name": {
      "invalidCode": 78
    }
  },
  "UpdateContentInput": {
    "name": {
      "invalidCode": 5
    },
    "access_type": {
      "invalidCode": 117
    }
  },
  "UserCreatePullInput": {},
  "UserCreatePushInput": {
    "username": {
      "invalidCode": 7
    },
    "user_role": {
      "invalidCode": 112
    }
  },
  "UserUpdateInput": {
    "username": {
      "invalidCode": 7
    },
    "user_role": {
      "invalidCode": 112
    }
  },
  "VanityInput": {}
};
