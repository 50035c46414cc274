using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;

namespace Xinzhou.Dashboard.Data.Model.Messages;

/// <summary>The inboxes, what was put into them by itself, and how people want to be told.</summary>
internal sealed class MessageConfiguration :
    IEntityTypeConfiguration<MessageEntity>,
    IEntityTypeConfiguration<ReminderEntity>,
    IEntityTypeConfiguration<MessagePreferencesEntity>
{
    public void Configure(EntityTypeBuilder<MessageEntity> builder)
    {
        builder.ToTable("messages").HasKey(m => m.Id);
        builder.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId);
        builder.HasOne(m => m.Return).WithMany().HasForeignKey(m => m.ReturnId);
        builder.Property(m => m.Digest).IsJson().HasConversion(digest => DigestJson.Write(digest), json => DigestJson.Read(json));
        builder.ComplexProperty(m => m.Details, details =>
        {
            details.ToJson("details");
            details.Property(d => d.By).HasJsonPropertyName("by");
            details.Property(d => d.Cell).HasJsonPropertyName("cell");
            details.Property(d => d.Text).HasJsonPropertyName("text");
            details.Property(d => d.Exported).HasJsonPropertyName("exported");
            details.Property(d => d.Reviewed).HasJsonPropertyName("reviewed");
            details.Property(d => d.Withdrawn).HasJsonPropertyName("withdrawn");
            details.Property(d => d.CheckIns).HasJsonPropertyName("check_ins");
            details.Property(d => d.Quarter).HasJsonPropertyName("quarter");
            details.Property(d => d.Notice).HasJsonPropertyName("notice");
            details.Property(d => d.Act).HasJsonPropertyName("act");
            details.Property(d => d.Person).HasJsonPropertyName("person");
            details.Property(d => d.Department).HasJsonPropertyName("department");
            details.Property(d => d.Concern).HasJsonPropertyName("concern");
            details.Property(d => d.Reference).HasJsonPropertyName("reference");
            details.Property(d => d.About).HasJsonPropertyName("about");
            details.Property(d => d.Day).HasJsonPropertyName("day");
        });
    }

    public void Configure(EntityTypeBuilder<ReminderEntity> builder) => builder.ToTable("reminders").HasKey(r => r.Occasion);

    public void Configure(EntityTypeBuilder<MessagePreferencesEntity> builder)
    {
        builder.ToTable("message_preferences").HasKey(p => p.UserId);
        builder.HasOne(p => p.User).WithMany().HasForeignKey(p => p.UserId);
    }
}
