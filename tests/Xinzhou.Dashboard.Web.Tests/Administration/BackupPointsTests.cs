using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Web.Administration;
using Xinzhou.Dashboard.Web.Backups;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

/// <summary>What administrators are told of backups that are missing.</summary>
[Trait("Category", "Quick")]
public sealed class BackupPointsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly BackupSchedule Schedule = new()
    {
        Folder = "/backup",
        SecondFolder = "/second",
        At = new(2, 0),
        Keep = 14,
        LateAfter = TimeSpan.FromHours(30),
    };

    [Theory]
    [InlineData(true, null, "")]
    [InlineData(true, 500, "")]
    [InlineData(false, null, "BackupNotScheduled 1")]
    [InlineData(false, 31, "BackupNotScheduled 1")]
    [InlineData(false, 30, "")]
    public void Without_a_schedule_a_real_installation_wants_one_that_was_taken_lately(bool isDevelopment, int? hours, string expected) =>
        Assert.Equal(expected, Points(new(null, null, hours is { } ago ? Now.AddHours(-ago) : null), isDevelopment));

    [Theory]
    [InlineData(7, 7, "")]
    [InlineData(31, 55, "BackupLate 31, BackupLateElsewhere 55")]
    [InlineData(7, null, "BackupNone 1 /second")]
    [InlineData(null, null, "BackupNone 2 /backup /second")]
    [InlineData(7, -1, "BackupFolderGone 1 /second")]
    public void With_one_each_place_wants_its_own(int? first, int? second, string expected) =>
        Assert.Equal(expected, Points(new(Schedule, new(Place("/backup", first), Place("/second", second)), null), isDevelopment: true));

    private static BackupPlaceState Place(string folder, int? hours) => new(
        folder, hours is >= 0 and var ago ? new("a", Now.AddHours(-ago), 1) : null, hours is null ? 0 : 1, 1, IsReadable: hours is not < 0);

    private static string Points(BackupView view, bool isDevelopment) => string.Join(", ", BackupPoints.Of(view, Now, isDevelopment)
        .Where(p => p.Count > 0).Select(p => string.Join(' ', [p.Kind, p.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), .. p.Names])));
}
