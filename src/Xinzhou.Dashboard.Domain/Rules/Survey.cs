using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>What can be said of all figures of a moment, in one walk through the series.</summary>
internal sealed record Survey(FigureTally Tally, SeriesAnswers<Conflict> Conflicts, SeriesAnswers<(Figure Figure, Finding Finding)> Findings)
{
    public static Survey Of(RuleBook rules, BookView view)
    {
        var (conflicts, findings) = (SeriesAnswers<Conflict>.None(rules.Conflicts), SeriesAnswers<(Figure, Finding)>.None(rules.Findings));
        var seen = SeriesChunks.Of(view, view.Book.Histories, (held, chunk) =>
            (Tally: FigureTally.Count(held, chunk), Conflicts: conflicts.Look(held, chunk), Findings: findings.Look(held, chunk))).ToArray();
        return new(FigureTally.Of(view, seen.Select(s => s.Tally)), conflicts.With(seen.Select(s => s.Conflicts)), findings.With(seen.Select(s => s.Findings)));
    }

    /// <summary>That of the same figures under the same rules, as <see cref="Write"/> wrote it.</summary>
    public static Survey Read(BinaryReader reader, RuleBook rules, BookView view)
    {
        var tally = FigureTally.Read(reader, view);
        var conflicts = SeriesAnswers<Conflict>.Read(reader, view.Book, rules.Conflicts);
        var findings = SeriesAnswers<(Figure, Finding)>.Read(reader, view.Book, rules.Findings);
        var found = new SeriesHistory[reader.ReadInt32()];
        for (var i = 0; i < found.Length; i++) found[i] = view.Book.Find(reader.ReadInt32())!;
        var seen = SeriesChunks.Of(view, found, (held, chunk) => (Conflicts: conflicts.Look(held, chunk), Findings: findings.Look(held, chunk))).ToArray();
        return new(tally, conflicts.With(seen.Select(s => s.Conflicts)), findings.With(seen.Select(s => s.Findings)));
    }

    /// <summary>Writes what was counted, what was looked at, and in which series something is found; what it is is found again.</summary>
    public void Write(BinaryWriter writer, FigureBook book)
    {
        Tally.Write(writer);
        Conflicts.Write(writer, book);
        Findings.Write(writer, book);
        int[] found = [.. Conflicts.Found.Concat(Findings.Found).Distinct()];
        writer.Write(found.Length);
        foreach (var series in found) writer.Write(series);
    }
}
