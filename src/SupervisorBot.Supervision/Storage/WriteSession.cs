using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace SupervisorBot.Supervision.Storage;

/// <summary>The one connection over which this process writes, kept open with the commands that save interceptions ready to run.</summary>
internal sealed class WriteSession : IDisposable
{
    // The unique key lets one insert of an operation through; for any other one it is no row, and no error.
    private const string InsertSql = """
        INSERT INTO interceptions (operation_id, agent_id, step, outcome, version, proposed_at, decided_at, record)
        VALUES ($operation_id, $agent_id, $step, $outcome, $version, $proposed_at, $decided_at, $record)
        ON CONFLICT (operation_id) DO NOTHING
        """;

    private const string UpdateSql = """
        UPDATE interceptions
        SET step = $step, outcome = $outcome, version = $version, decided_at = $decided_at, record = $record
        WHERE operation_id = $operation_id AND version = $version - 1
        """;

    private readonly DbCommand _insert;
    private readonly DbCommand _update;

    private WriteSession(SupervisorDbContext context)
    {
        Context = context;
        _insert = Command(context, InsertSql, "$agent_id", "$proposed_at");
        _update = Command(context, UpdateSql);
    }

    /// <summary>For changes that need not be as fast as a save.</summary>
    public SupervisorDbContext Context { get; }

    public static WriteSession Open(IDbContextFactory<SupervisorDbContext> contexts)
    {
        var context = contexts.CreateDbContext();
        try
        {
            context.Database.OpenConnection();
            return new WriteSession(context);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    /// <summary>Inserts version 1, or puts a higher version in place of the one before it.</summary>
    /// <returns>False when there is nothing to put it in place of, or something in its place already.</returns>
    public bool TrySave(InterceptionRow row)
    {
        var command = row.Version == 1 ? _insert : _update;
        Set(command, "$operation_id", row.OperationId);
        Set(command, "$step", row.Step.ToString());
        Set(command, "$outcome", row.Outcome?.ToString());
        Set(command, "$version", row.Version);
        Set(command, "$decided_at", row.DecidedAt is { } decidedAt ? UtcText.Write(decidedAt) : null);
        Set(command, "$record", row.Record);
        if (row.Version == 1)
        {
            Set(command, "$agent_id", row.AgentId);
            Set(command, "$proposed_at", UtcText.Write(row.ProposedAt));
        }

        return command.ExecuteNonQuery() == 1;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _update.Dispose();
        Context.Dispose();
    }

    private static DbCommand Command(SupervisorDbContext context, string sql, params ReadOnlySpan<string> more)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        foreach (var name in (ReadOnlySpan<string>)["$operation_id", "$step", "$outcome", "$version", "$decided_at", "$record", .. more])
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    private static void Set(DbCommand command, string name, object? value) => command.Parameters[name].Value = value ?? DBNull.Value;
}
