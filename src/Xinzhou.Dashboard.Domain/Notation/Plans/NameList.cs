namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>Several names in a cell, parted by 、 ； ; , or ，; what stands in parentheses is part of its name.</summary>
internal static class NameList
{
    /// <summary>The names, each once, in their order; none in a text of separators alone.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var names = new List<string>();
        var (start, depth, lastClose) = (0, 0, text.LastIndexOfAny([')', '）']));
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '、';
            depth = Math.Max(0, depth + (c is '(' or '（' ? 1 : c is ')' or '）' ? -1 : 0));
            if (i == text.Length || (c is '、' or '；' or ';' or ',' or '，' && (depth == 0 || i > lastClose)))
            {
                if (text[start..i].Trim() is { Length: > 0 } name)
                {
                    names.Add(name);
                }

                start = i + 1;
            }
        }

        return names;
    }
}
