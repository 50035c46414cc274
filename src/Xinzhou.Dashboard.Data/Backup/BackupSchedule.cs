using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Backups that are taken by themselves, once a day.</summary>
public sealed record BackupSchedule
{
    /// <summary>How old the newest may become where nobody says otherwise: a night and a morning in which somebody notices.</summary>
    public static readonly TimeSpan LateByDefault = TimeSpan.FromHours(30);

    /// <summary>Absolute path of the folder they are written to. It is not made: a disk that is not mounted has none.</summary>
    public required string Folder { get; init; }

    /// <summary>The time of day, in Asia/Shanghai.</summary>
    public required TimeOnly At { get; init; }

    /// <summary>How many are kept in each place, the newest; 1 or more.</summary>
    public required int Keep { get; init; }

    /// <summary>Absolute path of a folder on another disk or machine that each is copied to; null for none.</summary>
    public string? SecondFolder { get; init; }

    /// <summary>Absolute path of the key file; null leaves them readable.</summary>
    public string? KeyFile { get; init; }

    /// <summary>How they are encrypted with the key.</summary>
    public BackupCipher Cipher { get; init; }

    /// <summary>How old the newest may become before that is an alarm.</summary>
    public required TimeSpan LateAfter { get; init; }

    /// <summary>The last moment at which one was due.</summary>
    public DateTimeOffset DueBefore(DateTimeOffset now)
    {
        var today = new DateTimeOffset(Shanghai.DayOf(now), At, Shanghai.Offset);
        return today <= now ? today : today.AddDays(-1);
    }
}
