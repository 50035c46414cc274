using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Calendar;

/// <summary>The calendar of reporting.</summary>
internal sealed class CalendarConfiguration :
    IEntityTypeConfiguration<CalendarEntity>
{
    public void Configure(EntityTypeBuilder<CalendarEntity> builder)
    {
        builder.ToTable("return_calendar").HasKey(c => new { c.FormCode, c.Quarter });
        builder.HasOne(c => c.Form).WithMany().HasForeignKey(c => c.FormCode);
        builder.ComplexProperty(c => c.Dates, dates =>
        {
            dates.Property(d => d.OpensAt).HasColumnName("opens_at");
            dates.Property(d => d.DueAt).HasColumnName("due_at");
            dates.Property(d => d.ClosesAt).HasColumnName("closes_at");
            dates.Property(d => d.ReminderDays).HasColumnName("reminder_days");
            dates.Property(d => d.EscalationDays).HasColumnName("escalation_days");
        });
    }
}
