-- wrk -t1 -c64 -d10s -s perf/wrk/transfer.lua http://127.0.0.1:8080 -- [accounts]
-- Single transfers between accounts that perf/wrk/run opens and funds beforehand. Ids are
-- random UUIDs of version 4.
local accounts = 1000
local headers = { ["Content-Type"] = "application/json" }

function init(args)
    accounts = tonumber(args[1]) or accounts
    math.randomseed(os.time() + tonumber(tostring({}):sub(8)))
end

local function id()
    local function hex(digits)
        return string.format("%0" .. digits .. "x", math.random(0, 16 ^ digits - 1))
    end
    return hex(4) .. hex(4) .. "-" .. hex(4) .. "-4" .. hex(3) .. "-a" .. hex(3) .. "-"
        .. hex(6) .. hex(6)
end

function request()
    local from = math.random(1, accounts)
    local to = from % accounts + 1
    local body = '{"from_account":"wrk-' .. from .. '","to_account":"wrk-' .. to
        .. '","amount":"0.01","currency":"USD","transaction_id":"' .. id() .. '"}'
    return wrk.format("POST", "/v1/wallet/balance-transfer", headers, body)
end
