-- PostgreSQL has no text with a NUL in it.
update core_case set words = lower(number || chr(10)
  || (replace(report, '\u0000', '\ufffd')::json ->> 'address') || chr(10)
  || (replace(report, '\u0000', '\ufffd')::json -> 'summary' ->> 'zh') || chr(10)
  || (replace(report, '\u0000', '\ufffd')::json -> 'summary' ->> 'en'))
  where words = '';
