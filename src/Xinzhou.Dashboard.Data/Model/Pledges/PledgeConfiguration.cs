using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Plan;

namespace Xinzhou.Dashboard.Data.Model.Pledges;

/// <summary>Proposals to change commitments, what was decided of them, and signatures. All are only ever inserted.</summary>
internal sealed class PledgeConfiguration :
    IEntityTypeConfiguration<CommitmentProposalEntity>,
    IEntityTypeConfiguration<CommitmentDecisionEntity>,
    IEntityTypeConfiguration<CommitmentSignatureEntity>
{
    public void Configure(EntityTypeBuilder<CommitmentProposalEntity> builder)
    {
        builder.ToTable("commitment_proposals").HasKey(p => p.Id);
        builder.Ignore(p => p.Statement);
        builder.ComplexProperty(p => p.Said, CommitmentColumns.Configure);
        builder.HasOne(p => p.Author).WithMany().HasForeignKey(p => p.ProposedBy);
    }

    public void Configure(EntityTypeBuilder<CommitmentDecisionEntity> builder)
    {
        builder.ToTable("commitment_decisions").HasKey(d => d.ProposalId);
        builder.Property(d => d.ProposalId).ValueGeneratedNever();
        builder.HasOne(d => d.Author).WithMany().HasForeignKey(d => d.DecidedBy);
    }

    public void Configure(EntityTypeBuilder<CommitmentSignatureEntity> builder)
    {
        builder.ToTable("commitment_signatures").HasKey(s => s.Id);
        builder.HasOne(s => s.Author).WithMany().HasForeignKey(s => s.SignedBy);
    }
}
