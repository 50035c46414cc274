using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The column <c>source</c>, kept as written, and its parts (CONTRACTS, 2, Source).</summary>
/// <param name="Text">The citation as written; never empty.</param>
/// <param name="Address">Its first token, when that is an address; null when none is cited.</param>
/// <param name="Title">The text after the address or in parentheses; null if there is none.</param>
/// <param name="Origin">What follows <c>←</c>: where the source itself took the figures from; null when it does not say.</param>
public sealed partial record SourceText(string Text, string? Address, string? Title, string? Origin)
{
    private const char OriginArrow = '←';

    /// <summary>The public bodies whose naming makes a copy an official one.</summary>
    private static readonly string[] PublicBodies = ["统计局", "调查队", "财政部", "财政局", "发展改革委", "政府", "公报"];

    /// <summary>What makes two citations the same document: the address, without one the text.</summary>
    public string Identity => Address ?? Text;

    /// <param name="text">The citation, trimmed; not empty.</param>
    public static SourceText Read(string text)
    {
        var token = FirstToken(text);
        var address = IsAddress(token) ? token : null;
        var rest = text[(address?.Length ?? 0)..];

        var arrow = rest.IndexOf(OriginArrow, StringComparison.Ordinal);
        if (arrow < 0)
        {
            return new(text, address, TitleOf(rest), null);
        }

        // After an origin that is an address, a remark may follow: "← tjj.sxxz.gov.cn/x.html (附件 y.xls)".
        var (before, after) = (rest[..arrow], rest[(arrow + 1)..].Trim());
        var first = FirstToken(after);
        var (origin, remark) = IsAddress(first) ? (first, after[first.Length..]) : (after, "");
        return new(text, address, TitleOf(before) ?? TitleOf(remark), origin.Length > 0 ? origin : null);
    }

    /// <summary>The reliability of a figure from this source.</summary>
    /// <param name="vintage">What the vintage of the figure says.</param>
    /// <param name="byHost">The reliability of hosts that the installation has decided on; it overrides the rule.</param>
    public Reliability Reliability(VintageText vintage, IReadOnlyDictionary<string, Reliability>? byHost = null)
    {
        var host = Address is null ? null : WebHost.Of(Address);
        return host switch
        {
            not null when byHost is not null && byHost.TryGetValue(host, out var decided) => decided,
            _ when vintage.SelfMedia => Indicators.Reliability.SelfMedia,
            _ when WebHost.IsGovernment(host) => Indicators.Reliability.Official,
            _ when NamesOfficialOrigin(Text.AsSpan(Address?.Length ?? 0)) => Indicators.Reliability.OfficialCopy,
            _ => Indicators.Reliability.Repost,
        };
    }

    /// <summary>The address itself never counts as naming an origin: what is asked is the text beside it.</summary>
    private static bool NamesOfficialOrigin(ReadOnlySpan<char> text)
    {
        foreach (var body in PublicBodies)
        {
            if (text.Contains(body, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var match in AddressWithin().EnumerateMatches(text))
        {
            if (WebHost.IsGovernment(WebHost.Of(text.Slice(match.Index, match.Length).Trim(",;:'\"<>[]").ToString())))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Up to the first white space, or where Chinese punctuation or a parenthesis with a Chinese remark follows directly.
    /// Chinese letters are part of it: repository paths contain them.
    /// </summary>
    private static string FirstToken(string text)
    {
        var token = TokenEnd().Match(text) is { Success: true } end ? text[..end.Index] : text;
        var parenthesis = token.IndexOf('(', StringComparison.Ordinal);
        if (parenthesis < 0)
        {
            return token;
        }

        var close = token.IndexOf(')', parenthesis);
        var inside = close < 0 ? [] : token.AsSpan(parenthesis, close - parenthesis);
        return close < 0 || inside.ContainsAnyExceptInRange('\0', '\x7f') ? token[..parenthesis] : token;
    }

    private static bool IsAddress(string token) => SchemeAndMore().IsMatch(token) || HostAndMore().IsMatch(token);

    private static string? TitleOf(string text)
    {
        var title = text.Trim().TrimStart('，', '；', '、', ',', ';').Trim();
        if (title.Length > 2 && (title[0], title[^1]) is ('(', ')') or ('（', '）') && title.IndexOfAny(['(', '（'], 1) < 0)
        {
            title = title[1..^1].Trim();
        }

        return title.Length > 0 ? title : null;
    }

    [GeneratedRegex(@"[\s（，。；、《←]")]
    private static partial Regex TokenEnd();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:[!-~]")]
    private static partial Regex SchemeAndMore();

    [GeneratedRegex("^[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.[A-Za-z][A-Za-z0-9-]+(?::[0-9]+)?(?:[/?#].*)?$")]
    private static partial Regex HostAndMore();

    [GeneratedRegex("[!-'*-~]+")]
    private static partial Regex AddressWithin();
}
