using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>The tokens of calendars.</summary>
internal sealed class CalendarTokenConfiguration : IEntityTypeConfiguration<CalendarTokenEntity>
{
    public void Configure(EntityTypeBuilder<CalendarTokenEntity> builder)
    {
        builder.ToTable("calendar_tokens").HasKey(t => t.Id);
        builder.HasOne(t => t.User).WithMany().HasForeignKey(t => t.UserId);
    }
}
