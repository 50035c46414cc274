using System.Globalization;
using CsvHelper;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reference;

/// <summary>The working days that come with the product: the State Council's notices on holidays.</summary>
public static class ReferenceWorkingDays
{
    /// <summary>Reads them.</summary>
    public static WorkingDays Read()
    {
        using var csv = CsvReader.Create(ReferenceFiles.Open(ReferenceFiles.WorkingDays), new CsvReaderOptions());
        var days = new List<ArrangedDay>();
        while (csv.Read())
        {
            days.Add(new(
                int.Parse(csv.GetString("year"), CultureInfo.InvariantCulture),
                DateOnly.ParseExact(csv.GetString("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                csv.GetString("kind") == "work",
                csv.GetString("name"),
                csv.GetString("source")));
        }

        return new(days);
    }
}
