using System.Globalization;
using System.Resources;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A sentence about a broken rule, in Chinese or English.</summary>
/// <param name="Sentences">The resources.</param>
/// <param name="Key">The key of the sentence in them.</param>
/// <param name="Arguments">Called with whether the sentence is English; gives what is put into it.</param>
public sealed record RuleMessage(ResourceManager Sentences, string Key, Func<bool, object[]> Arguments)
{
    /// <summary>The sentence.</summary>
    /// <param name="english">False for Chinese.</param>
    public string Text(bool english) => string.Format(
        CultureInfo.InvariantCulture,
        Sentences.GetString(Key, CultureInfo.GetCultureInfo(english ? "en" : "zh-CN"))!,
        [.. Arguments(english).Select(a => a is decimal number ? ValueText.Number(number) : a)]);
}
