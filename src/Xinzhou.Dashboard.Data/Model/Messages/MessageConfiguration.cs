using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Messages;

/// <summary>The inboxes.</summary>
internal sealed class MessageConfiguration :
    IEntityTypeConfiguration<MessageEntity>
{
    public void Configure(EntityTypeBuilder<MessageEntity> builder)
    {
        builder.ToTable("messages").HasKey(m => m.Id);
        builder.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId);
        builder.HasOne(m => m.Return).WithMany().HasForeignKey(m => m.ReturnId);
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
        });
    }
}
