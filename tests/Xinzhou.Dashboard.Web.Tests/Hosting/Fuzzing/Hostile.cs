namespace Xinzhou.Dashboard.Web.Tests.Hosting.Fuzzing;

/// <summary>What nobody sends who means well, as it goes over the wire.</summary>
internal static class Hostile
{
    /// <summary>Values of a query, a path or a form, escaped as they are sent: also such as no text can hold.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "", "%20", "x", "true", "null", new('a', 257), new('9', 400), string.Concat(Enumerable.Repeat("%E9%95%BF", 301)),
        // NUL, control characters, halves of characters, no UTF-8, other directions, nothing to see, a noncharacter.
        "%00", "a%00b", "%01%02%1F%7F", "%0D%0ASet-Cookie:a=b", "%ED%A0%80", "%FF%FE", "%C0%AF", "%E2%80%AE%E4%BA%A7%E5%80%BC", "%E2%80%8B", "%EF%BF%BE",
        // Numbers and days at and beyond their ends.
        "-1", "0", "1", "007", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "99999999999999999999999999",
        "1e999", "NaN", "Infinity", "-0.0", "%D9%A1%D9%A9%D9%A9%D9%A0", "19%D9%A1%D9%A2",
        "0000", "0001", "9999", "99999", "0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "9999-12-31T23:59:59.9999999-14:00", "99999-01-01", "0000-00-00",
        "2026-02-30", "2026-Q5", "0001-Q1", "9999-Q4", "today", "2023-06-30",
        // What other languages would take for their own.
        "'", "%27%3BDROP%20TABLE%20users--", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%22%3E%3Cimg%20src=x%3E", "%7B%7B7*7%7D%7D", "$%7Bjndi:ldap://x%7D", "=1%2B1",
        "..%2F..%2Fetc%2Fpasswd", "%2e%2e%2f", "..", "%5C..%5C", "%2F%2Fevil.example", "http://evil.example", "javascript:alert(1)", "%25", "%2525", "%23", "%3F", "%26a=b",
        "%5B%5D", "%7B%7D", "%5B%22a%22%5D", "a.b", "1.1", "2147483648.1", "1-value", "2147483648-value", "items/1/1", "targets/f9999999999", "f9999999999", "s2147483648",
    ];

    /// <summary>Values of a field of a body in JSON, as they are written.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
    [
        "null", "true", "\"\"", "\"x\"", "-1", "0", "2147483648", "9223372036854775808", "1e999", "-1e308", "0.1e-400", "NaN", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"a\":1}",
        "\"0001-01-01\"", "\"9999-12-31\"", "\"99999-01-01\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u202e\\u0001\"", "\"1-value\"", "\"2147483648-value\"",
        $"\"{new string('a', 257)}\"", $"\"{new string('长', 20_000)}\"", "\"<script>alert(1)</script>\"", "\"2147483648\"", $"\"1{new string(' ', 100_000)}1\"", $"\"x{new string('#', 100_000)}y\\t1\"", "{\"2020\":1e999,\"0001\":1}", "[1e308,-1e308,0]",
        $"[{string.Join(',', Enumerable.Repeat("1", 5_000))}]",
        $"[{string.Join(',', Enumerable.Repeat("{\"cell\":\"1-value\",\"seen\":0,\"text\":\"1\"}", 2_000))}]",
    ];

    /// <summary>Whole bodies that are no JSON of any shape, or of no reasonable one.</summary>
    public static IReadOnlyList<string> Bodies { get; } =
    [
        "", " ", "{", "}", "[", "null", "true", "0", "\"x\"", "[]", "{}", "{\"a\":", "{\"a\":1,\"a\":2}", "\0", "{\"\\ud800\":1}", "\uFEFF{}", "<?xml version=\"1.0\"?><a/>",
        new string('[', 10_000), string.Concat(Enumerable.Repeat("{\"a\":", 10_000)), $"[{new string('[', 500)}{new string(']', 500)}]", new string('a', 100_000),
    ];

    /// <summary>Content types that do not say what follows.</summary>
    public static IReadOnlyList<string> ContentTypes { get; } =
    [
        "application/json; charset=nope", "application/json; charset=utf-16", "application/json; charset=utf-7", "text/plain", "application/x-www-form-urlencoded; charset=nope", "application/x-www-form-urlencoded; charset=utf-7",
        "multipart/form-data", "multipart/form-data; boundary=x", "application/octet-stream", "a/b;c", "application/vnd.x+json",
    ];
}
