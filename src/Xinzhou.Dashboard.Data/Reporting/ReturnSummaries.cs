using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Reads what every list says of returns.</summary>
internal static class ReturnSummaries
{
    /// <summary>The summaries of returns.</summary>
    /// <param name="which">The returns, of a context that only reads.</param>
    /// <param name="inOrder">Puts them in order, or takes a page of them.</param>
    /// <param name="snapshot">What is published, and the catalogue that forms speak of.</param>
    /// <param name="now">What is published is what is known then.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<ReturnSummary>> ListAsync(
        IQueryable<ReturnEntity> which,
        Func<IQueryable<ReturnEntity>, IQueryable<ReturnEntity>> inOrder,
        Snapshot.Snapshot snapshot,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var found = await inOrder(which).Select(r => new ReturnSummary
        {
            Id = r.Id,
            FormCode = r.FormCode,
            FormName = r.Form.Name,
            FormNameEn = r.Form.NameEn,
            Quarter = r.Quarter,
            Department = new Department(r.DepartmentCode, r.ReportedBy.Department.Name, r.ReportedBy.Department.Order),
            State = r.State,
            Version = r.Version,
            Dates = r.Calendar.Dates,
            SubmittedAt = r.SubmittedAt,
            ReleasedAt = r.ReleasedAt,
            FilledCells = r.Cells.Count(c => c.Entry.Value != null || c.Entry.Blank != null),
            AllCells = r.Form.Rows.Sum(w => w.PartRow != null ? 0 : w.AsksGrowth ? 2 : 1),
        }).ToListAsync(cancellation);
        var stages = await which.Select(r => new { r.Id, r.Form.Stage }).ToDictionaryAsync(r => r.Id, r => r.Stage, cancellation);
        var unfilled = await UnfilledAsync(which, snapshot, cancellation);
        var published = snapshot.Figures.At(new(now));
        return
        [
            .. found.Select(r => r with
            {
                AllCells = r.AllCells - unfilled[r.Id].Count(c =>
                    Exemption.Of(published, c.Row, r.Quarter, stages[r.Id], ReturnSource.TextOf(r.FormName, r.Department, r.Quarter)).Covers(c.Field)),
            }),
        ];
    }

    /// <summary>The cells of series that nothing is entered in, by the number of their return: few, but in the quarter that is being reported.</summary>
    private static async Task<ILookup<int, (FormRow Row, CellField Field)>> UnfilledAsync(
        IQueryable<ReturnEntity> which, Snapshot.Snapshot snapshot, CancellationToken cancellation)
    {
        var rows = await which
            .SelectMany(r => r.Form.Rows.Where(w => w.IndicatorCode != null && w.PartRow == null), (r, w) => new
            {
                r.Id,
                Row = w,
                HasValue = r.Cells.Any(c => c.RowNumber == w.Number && c.Field == CellField.Value && (c.Entry.Value != null || c.Entry.Blank != null)),
                HasGrowth = !w.AsksGrowth
                    || r.Cells.Any(c => c.RowNumber == w.Number && c.Field == CellField.Growth && (c.Entry.Value != null || c.Entry.Blank != null)),
            })
            .Where(r => !r.HasValue || !r.HasGrowth)
            .ToListAsync(cancellation);
        return rows
            .SelectMany(r => new[] { (r.HasValue, CellField.Value), (r.HasGrowth, CellField.Growth) }.Where(f => !f.Item1), (r, f) =>
                (r.Id, Cell: (FormReader.Row(r.Row, snapshot.Catalogue), f.Item2)))
            .ToLookup(r => r.Id, r => r.Cell);
    }
}
